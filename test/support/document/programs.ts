import { execFile } from 'node:child_process';
import { join } from 'node:path';
import { PYTHON_PACKAGES } from '../../../scripts/prepare/python-packages.mjs';

export type Said = { exitCode: number; output: string };

/** Runs a program to its end, in a folder or in ours, and answers all that it said. */
export function run(command: string, args: string[], env: Record<string, string> = {}, cwd?: string): Promise<Said> {
  return new Promise((resolve, reject) => {
    const options = { cwd, env: { ...process.env, ...env }, maxBuffer: 64 * 1024 * 1024 };
    execFile(command, args, options, (error, output, errors) => {
      if (error && typeof error.code === 'string') reject(new Error(`${command} cannot be run: ${error.code}`));
      else resolve({ exitCode: Number(error?.code ?? 0), output: output + errors });
    });
  });
}

/** A program of Python, with the packages that tests have and what else is in `path`. */
export const python = (args: string[], ...path: string[]): Promise<Said> =>
  run('python3', ['-B', ...args], { PYTHONPATH: [PYTHON_PACKAGES, ...path].join(':'), PYTHONIOENCODING: 'utf-8' });

/** The client of the API in Python as integrators generate it: a package `name` in a folder. */
export const generatePythonClient = (document: string, target: string): Promise<Said> =>
  python([
    ...['-m', 'openapi_python_client', 'generate', '--path', document, '--output-path', target],
    ...['--meta', 'none', '--config', 'clients/python/generate.yml'],
  ]);

/**
 * Asks an API what schemathesis makes up from its document, valid and not, at most so much of each operation; the same each
 * time. `folder` is for what it keeps.
 */
export const makeUpRequests = (
  url: string,
  authorization: string,
  folder: string,
  { phases, most }: { phases: string[]; most: number },
): Promise<Said> =>
  run(
    'python3',
    [
      ...[
        '-B',
        '-m',
        'schemathesis.cli',
        '--no-color',
        '--config-file',
        join(import.meta.dirname, 'schemathesis.toml'),
      ],
      ...['run', `${url}/openapi.json`, '--header', `Authorization: ${authorization}`, '--warnings', 'off'],
      ...['--phases', phases.join(), '--max-examples', `${most}`, '--continue-on-failure'],
      ...['--generation-deterministic', '--no-shrink'],
    ],
    { PYTHONPATH: PYTHON_PACKAGES, PYTHONIOENCODING: 'utf-8' },
    folder,
  );
