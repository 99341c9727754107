import { runProgram } from './run-program.ts';

runProgram('admin/main.ts', process.argv.slice(2));
