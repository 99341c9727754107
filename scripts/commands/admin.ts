import { runProgram } from './run-program.ts';

runProgram('api/admin.ts', process.argv.slice(2));
