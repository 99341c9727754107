import { randomUUID } from 'node:crypto';
import type { SaidRefusal } from '../refusals.ts';
import { fieldOf, type Choice, type Filled, type Outcome } from './capacity-form.ts';

type Outcomes = Filled['outcomes'];

/** What a form is about: its server, else its application, else, as of an undo, the application of what was not done. */
export function subjectOf(body: Filled['typed'], outcomes: Outcomes): { server?: string; application?: string } {
  if (body.server) return { server: body.server };
  const [failed = ''] = Object.entries(outcomes).flatMap(([field, { kind }]) => (kind === 'done' ? [] : [field]));
  return { application: body.application ?? failed.split(':')[1] ?? '' };
}

/** A server that a form has made is one like the others from then on: what was typed for it goes to its own field. */
export function atItsField(filled: Filled, made: Choice): Filled {
  const { new: outcome, ...others } = filled.outcomes;
  const field = fieldOf(made);
  return {
    ...filled,
    typed: { ...filled.typed, [`set:${field}`]: filled.typed['new-capacity'] ?? '' },
    outcomes: { ...others, ...(outcome && { [field]: outcome }) },
  };
}

/**
 * Under which name a form asks when it is sent again. What is not known yet is asked for by the same, so that it happens
 * once; what was refused by a new one, as the same request would hear the same refusal for good.
 */
export function attemptAfter(outcomes: Outcomes, attempt: string | undefined): string {
  const isUnknown = Object.values(outcomes).some((one) => one.kind === 'refused' && one.code === 'OUTCOME_UNKNOWN');
  return isUnknown && attempt !== undefined ? attempt : randomUUID();
}

/** The first refusal, for where the form itself cannot be shown any more; null where there is none. */
export function refusalIn(outcomes: Outcomes): SaidRefusal | null {
  const codes = Object.values(outcomes).flatMap((outcome) => codeOf(outcome) ?? []);
  return codes[0] ?? null;
}

function codeOf(outcome: Outcome): SaidRefusal | null {
  if (outcome.kind === 'changed') return 'CHANGED_MEANWHILE';
  return outcome.kind === 'refused' ? outcome.code : null;
}
