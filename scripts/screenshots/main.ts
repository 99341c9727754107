import { commandLine } from '../../admin/command-line.ts';

const { letters, watched } = commandLine('npm run screenshots', 'Takes every picture of docs/screens anew.')
  .option('--letters', 'of e-mails alone; says how large they are, too')
  .option('--watched', 'of the dashboard and of a trace alone, which need `prometheus` on PATH')
  .parse()
  .opts<{ letters?: true; watched?: true }>();
const { takeLettersAlone, takePictures, takeWatchedAlone } = await import('./pictures.ts');
await (letters ? takeLettersAlone() : watched ? takeWatchedAlone() : takePictures());
process.exit();
