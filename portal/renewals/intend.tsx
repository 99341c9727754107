import type { ProblemCode } from '../../services/problems/problems.ts';
import { ApplicationName } from '../format.tsx';
import { Select } from '../parts/form/fields.tsx';
import { FormId } from '../parts/form/form-id.tsx';
import { Notice } from '../parts/said/notice.tsx';
import { useFormat, useTexts } from '../reader.ts';
import { sentenceOf } from '../refusals.ts';
import { MEANT, type Meant } from './filter.ts';

/** A line of which nothing was said, and why; its application where the page shows it. */
type RefusedLine = { order: string; line: string; application: string | null; code: ProblemCode };

/** What was just said about lines, or could not be; `request` names a form that came back as something is not known yet. */
export type Said = { request?: string | undefined; meant: Meant } & (
  | { kind: 'nothing' }
  | { kind: 'none-chosen' }
  | { kind: 'done'; lines: number }
  | { kind: 'not-all'; lines: number; refused: readonly RefusedLine[] }
);

/** What is meant, for the lines that are chosen. */
export function Intend({ said, all }: { said: Said; all: string }) {
  const { renewals: texts } = useTexts();
  return (
    <div className="card-footer d-flex flex-wrap align-items-end gap-2 d-print-none">
      <FormId value={said.request} />
      <Select name="intent" label={texts.chosen} value={said.meant} options={MEANT} words={texts.intents} />
      <button className="btn btn-primary action">{texts.save}</button>
      <a className="btn btn-link action" href={all}>
        {texts.chooseAll}
      </a>
    </div>
  );
}

/** What became of what was said, and what comes next. */
export function Outcome({ said }: { said: Said }) {
  const { renewals: texts, refusals, words, frame } = useTexts();
  const { number } = useFormat();
  if (said.kind === 'nothing') return null;
  if (said.kind === 'none-chosen') return <Notice kind="danger" title={texts.noneChosen} />;
  const { meant, lines } = said;
  if (said.kind === 'done')
    return <Notice kind="success" title={texts.said[meant](lines, number(lines))} text={texts.next[meant]} />;
  const { refused } = said;
  return (
    <Notice kind="danger" title={texts.notAll(number(lines), number(lines + refused.length))}>
      <ul>
        {refused.map(({ order, line, application, code }) => (
          <li key={`${order} ${line}`}>
            {words.order} <bdi>{order}</bdi>
            {application !== null && (
              <>
                {words.comma}{' '}
                <bdi>
                  <ApplicationName application={application} />
                </bdi>
              </>
            )}
            : {sentenceOf(refusals, code) ?? (IS_NOT_THEIRS.has(code) ? texts.notYours : frame.broken.title)}
          </li>
        ))}
      </ul>
    </Notice>
  );
}

/** What is said of a line that somebody else sells meanwhile. */
const IS_NOT_THEIRS: ReadonlySet<ProblemCode> = new Set(['NOT_FOUND', 'NOT_PERMITTED']);
