import { commandLine } from '../../admin/command-line.ts';

const description =
  'Writes the types of the TypeScript client and the collection of requests anew, as the document of the API says them.';
commandLine('clients', description).parse();
const { writeClients } = await import('./write.ts');
await writeClients();
