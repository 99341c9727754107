import { useTexts } from '../../reader.ts';
import { Field } from '../form/field.tsx';
import { readFields } from '../form/reading.ts';
import { asChange } from './change.ts';

/** Servers may not use what they hold, for a reason; said again it has another one. */
export const suspend = asChange<{ reason: string }>({
  begin: () => ({}),
  Fields: () => <Field name="/reason" label={useTexts().orderChanges.fields.reason} required />,
  read: (typed) => readFields(typed, /^\/reason$/, ['/reason']),
  state: ({ orderFacts }, number, { reason }, stating) => orderFacts.suspend(number, reason, stating),
});

/** Takes that back. */
export const resume = asChange<object>({
  begin: () => ({}),
  Fields: () => null,
  read: () => ({ body: {}, wrong: new Map() }),
  state: ({ orderFacts }, number, _body, stating) => orderFacts.resume(number, stating),
});
