import { runProgram } from './run-program.ts';

runProgram('admin/rebuild.ts', process.argv.slice(2));
