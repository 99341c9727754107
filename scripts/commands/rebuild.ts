import { runProgram } from './run-program.ts';

runProgram('worker/rebuild.ts', process.argv.slice(2));
