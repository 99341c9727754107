import { BATCH_KINDS, type BatchKind } from '../../domain/batches.ts';
import type { BatchView } from '../../services/batches/batches.ts';
import { InstantText } from '../format.tsx';
import { Page } from '../layout.tsx';
import { Empty } from '../parts/list/empty.tsx';
import { Form } from '../parts/form/form.tsx';
import { FormId } from '../parts/form/form-id.tsx';
import { MarkedField } from '../parts/form/marked-field.tsx';
import { Notice } from '../parts/said/notice.tsx';
import { useTexts } from '../reader.ts';
import { BatchBadge, Progress } from './state.tsx';

export type TypedBatch = { kind: BatchKind; looks: boolean; request: string | undefined };

export type BatchesPageProps = {
  items: readonly BatchView[];
  nextCursor: string | null;
  typed: TypedBatch;
  /** Why the file was not taken in, in the reader's words; null where none was sent. */
  wrong: string | null;
};

/** What was sent by files, the last first, and how another file is sent. */
export function BatchesPage({ items, nextCursor, typed, wrong }: BatchesPageProps) {
  const { batches: texts, pager } = useTexts();
  return (
    <Page title={texts.title} says={texts.introduction}>
      {wrong && <Notice kind="danger" title={texts.wrong.title} />}
      <NewBatch typed={typed} wrong={wrong} />
      <section className="card" aria-label={texts.title}>
        {items.length === 0 ? <Empty icon="order" {...texts.none} /> : <BatchTable items={items} />}
        {nextCursor && (
          <div className="card-footer">
            <a className="btn" rel="next" href={`/batches?${new URLSearchParams({ cursor: nextCursor }).toString()}`}>
              {pager.next}
            </a>
          </div>
        )}
      </section>
    </Page>
  );
}

function NewBatch({ typed, wrong }: Pick<BatchesPageProps, 'typed' | 'wrong'>) {
  const { batches: texts } = useTexts();
  return (
    <Form action="/batches" className="card mb-3" files>
      <div className="card-body">
        <FormId value={typed.request} />
        <MarkedField label={texts.kind}>
          {(tied) => (
            <select {...tied} className="form-select" name="kind" defaultValue={typed.kind}>
              {BATCH_KINDS.map((kind) => (
                <option key={kind} value={kind}>
                  {texts.kinds[kind]}
                </option>
              ))}
            </select>
          )}
        </MarkedField>
        <MarkedField label={texts.what}>
          {(tied) => (
            <select {...tied} className="form-select" name="what" defaultValue={typed.looks ? 'look' : 'run'}>
              <option value="look">{texts.look}</option>
              <option value="run">{texts.run}</option>
            </select>
          )}
        </MarkedField>
        <MarkedField label={texts.file} help={texts.fileHelp} wrong={wrong}>
          {(tied) => <input {...tied} name="file" type="file" accept=".json,.ndjson,.jsonl,.csv" required />}
        </MarkedField>
      </div>
      <div className="card-footer">
        <button className="btn btn-primary action">{texts.start}</button>
      </div>
    </Form>
  );
}

function BatchTable({ items }: Pick<BatchesPageProps, 'items'>) {
  const { batches: texts } = useTexts();
  return (
    <table className="table card-table table-vcenter table-mobile-md">
      <thead>
        <tr>
          <th scope="col">{texts.startedAt}</th>
          <th scope="col">{texts.kind}</th>
          <th scope="col">{texts.outcome}</th>
        </tr>
      </thead>
      <tbody>
        {items.map((batch) => (
          <tr key={batch.id}>
            <th scope="row" data-label={texts.startedAt}>
              <a href={`/batches/${batch.id}`}>
                <InstantText at={batch.startedAt} />
              </a>
            </th>
            <td data-label={texts.kind}>
              {texts.kinds[batch.kind]}
              {batch.preview && <div className="text-secondary">{texts.preview}</div>}
            </td>
            <td data-label={texts.outcome}>
              <BatchBadge state={batch.state} /> <Progress batch={batch} />
            </td>
          </tr>
        ))}
      </tbody>
    </table>
  );
}
