import { spawn } from 'node:child_process';

const REFRESH_MS = 1000;

/**
 * Runs a command under a line that says what is going on, with the seconds it takes where a person watches.
 * Resolves to `{failed, output}`; rejects when the command cannot be started. `timeoutMs` bounds it.
 */
export async function runShowingProgress(title, command, args, { timeoutMs, ...options } = {}) {
  const startedAt = Date.now();
  const seconds = () => `${Math.round((Date.now() - startedAt) / 1000)} s`;
  const show = (end) => process.stdout.write(`\r${title} … ${seconds()}${end}`);
  if (!process.stdout.isTTY) process.stdout.write(`${title} …\n`);
  const timer = process.stdout.isTTY ? setInterval(show, REFRESH_MS, '') : undefined;
  try {
    const child = spawn(command, args, { ...options, timeout: timeoutMs, stdio: ['ignore', 'pipe', 'pipe'] });
    const chunks = [];
    for (const stream of [child.stdout, child.stderr]) stream.on('data', (chunk) => chunks.push(chunk));
    const code = await new Promise((resolve, reject) => child.on('error', reject).on('close', resolve));
    return { failed: code !== 0, output: Buffer.concat(chunks).toString().trim() };
  } finally {
    clearInterval(timer);
    if (process.stdout.isTTY) show('\n');
  }
}
