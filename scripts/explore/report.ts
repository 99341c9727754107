import type { Found } from './explore.ts';
import { INVARIANTS, type Invariant } from './checks/violation.ts';

/** A violation as a list of what happened, the shortest that leads to it. */
export function story({ violation }: Found): string {
  if (!violation) return '';
  const { invariant, details, path, then } = violation;
  const steps = path.map((text, index) => `  ${String(index + 1).padStart(2)}  ${text}`);
  const later =
    then.length === 0 ? [] : ['      and then, with nothing more going wrong:', ...then.map((text) => `      ${text}`)];
  return [`${invariant}: ${INVARIANTS[invariant as Invariant]}.`, `  ${details}`, '', ...steps, ...later].join('\n');
}

/** The figures of an exploration in one line. */
export function figures(name: string, { worlds, steps, depth, isAll, parts }: Found, seconds: number): string {
  const rate = Math.round(worlds / seconds).toLocaleString('en');
  const size = `${worlds.toLocaleString('en')} worlds, ${steps.toLocaleString('en')} steps`;
  const made = `${parts.orders.toLocaleString('en')} orders, ${parts.servers.toLocaleString('en')} servers`;
  return `${name.padEnd(12)} ${size}, ${isAll ? 'all of them' : `complete to depth ${depth - 1}`}, from ${made}; ${rate}/s`;
}
