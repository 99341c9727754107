import { commandLine } from '../../admin/command-line.ts';

const { letters } = commandLine('npm run screenshots', 'Takes every picture of docs/screens anew.')
  .option('--letters', 'of e-mails alone; says how large they are, too')
  .parse()
  .opts<{ letters?: true }>();
const { takeLettersAlone, takePictures } = await import('./pictures.ts');
await (letters ? takeLettersAlone() : takePictures());
process.exit();
