import { commandLine } from '../../admin/command-line.ts';

commandLine('npm run screenshots', 'Takes every picture of docs/screens anew.').parse();
const { takePictures } = await import('./pictures.ts');
await takePictures();
process.exit();
