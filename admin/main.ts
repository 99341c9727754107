import { runAdmin } from './program.ts';

await runAdmin();
