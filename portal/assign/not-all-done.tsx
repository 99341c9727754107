import { Notice } from '../parts/notice.tsx';
import { useTexts } from '../reader.ts';
import { fieldOf, type Choice, type Filled } from './capacity-form.ts';
import { OutcomeText } from './capacity-field.tsx';

type Props = { filled: Filled; choices: readonly Choice[] };

/** Says above a form that not all of it was done, with what has no field to say it, such as of a server that was retired. */
export function WhatHappened({ filled: { outcomes, made, undo }, choices }: Props) {
  const { assign } = useTexts();
  const failed = Object.entries(outcomes).filter(([, { kind }]) => kind !== 'done');
  if (failed.length === 0) return null;
  const fields = ['new', ...choices.map(fieldOf)];
  const fieldless = failed.filter(([field]) => !fields.includes(field));
  const isEmpty = failed.some(([field]) => field.startsWith(`${made}:`));
  const name = choices.find(({ server }) => server === made)?.name;
  return (
    <>
      <Notice
        kind="danger"
        title={undo ? assign.notUndone : assign.notAll}
        text={undo ? assign.notUndoneText : assign.notAllText}
      >
        {fieldless.map(([field, outcome]) => (
          <OutcomeText key={field} outcome={outcome} application={field.split(':')[1] ?? ''} />
        ))}
      </Notice>
      {isEmpty && name !== undefined && <Notice kind="info" title={assign.made(name)} text={assign.madeText} />}
    </>
  );
}
