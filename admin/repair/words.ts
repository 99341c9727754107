import type { RepairReport } from './repair.ts';

/** So many of each are named. */
const MOST_NAMED = 200;

/** Exit codes: nothing differs; something does, or was left; all agrees, and something is for a person. */
export const EXIT = { whole: 0, differs: 1, forAPerson: 3 } as const;

/** What a script hears: {@link EXIT}. What was made again does not differ any more. */
export function exitCodeOf({ differing, left, lost, isUnrepaired }: RepairReport, onlyCheck: boolean): number {
  if (left.length > 0 || isUnrepaired || (onlyCheck && differing.length > 0)) return EXIT.differs;
  return Object.values(lost).some((things) => things.length > 0) ? EXIT.forAPerson : EXIT.whole;
}

/** A report as an operator reads it. */
export function inWords(report: RepairReport, onlyCheck: boolean): string {
  const { looked, differing, left, lost, isUnrepaired } = report;
  const found = differing.length === 0 ? 'nothing differed' : `${differing.length} differed`;
  const after = differing.length === 0 ? '' : onlyCheck ? ', and were left as they are' : ', and were made again';
  return [
    ...named(differing.map(({ stream, differences }) => [stream, ...differences.map((one) => `  ${one}`)].join('\n'))),
    ...named(left.map(({ stream, why }) => `${stream}\n  left: ${why}`)),
    `${looked} orders and servers, their e-mails, batches and webhooks were compared with Temporal: ${found}${after}.`,
    ...(isUnrepaired
      ? [
          'The database was restored and is not repaired: new orders are taken only under numbers that Temporal does not know.',
        ]
      : []),
    ...forAPerson(
      'have no names, purchase order and metadata: have them posted again with the same content',
      lost.nameless,
      'Orders',
    ),
    ...forAPerson(
      'are known by their ids alone: the orders above bring them back, or PUT /v1/accounts/{id} does',
      lost.accounts,
      'Accounts',
    ),
    ...forAPerson(
      'are lost, what they changed is not: their texts and names are in nobody’s hands but the sender’s',
      lost.facts,
      'Contents of facts',
    ),
    ...forAPerson(
      'may have been sent or not: look them up at Resend, and send them again where they are not there',
      lost.mails,
      'E-mails',
    ),
    ...forAPerson('neither journals nor Temporal have any more, and nobody can bring back', lost.events, 'Events'),
    ...forAPerson('lost their rows: what is left of them is to be posted again', lost.batches, 'Batches'),
    ...forAPerson('lost their rows: their accounts are to make them again', lost.webhooks, 'Webhooks'),
  ].join('\n');
}

function forAPerson(what: string, things: readonly string[], called: string): string[] {
  if (things.length === 0) return [];
  return [`${called} that ${what} (${things.length}):`, ...named(things.map((thing) => `  ${thing}`))];
}

function named(things: readonly string[]): string[] {
  const rest = things.length - MOST_NAMED;
  return [...things.slice(0, MOST_NAMED), ...(rest > 0 ? [`  and ${rest} more`] : [])];
}
