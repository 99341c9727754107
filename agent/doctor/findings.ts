/** What is looked at, in this order, as each needs the ones before it. */
export const STEPS = ['name', 'route', 'proxy', 'tls', 'clock', 'cloud'] as const;
export type Step = (typeof STEPS)[number];

/** `not-needed` is a step that this way to the cloud does not have, `not-tried` one after a failure. */
export type Outcome = 'good' | 'failed' | 'not-needed' | 'not-tried';

/** What was found in a step; `tell` is for the network's administrator, where something is to be done. */
export type Finding = { step: Step; outcome: Outcome; found: string; tell: string | null };

/** Ends the examination: nothing after it can be tried. */
export class Failed extends Error {
  readonly tell: string;

  constructor(found: string, tell: string) {
    super(found);
    this.tell = tell;
  }
}

export const good = (step: Step, found: string): Finding => ({ step, outcome: 'good', found, tell: null });
export const notNeeded = (step: Step, found: string): Finding => ({ step, outcome: 'not-needed', found, tell: null });
export const failed = (step: Step, { message, tell }: Failed): Finding => ({
  step,
  outcome: 'failed',
  found: message,
  tell,
});
