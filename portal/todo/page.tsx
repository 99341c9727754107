import { TODO, TODO_KINDS, type TodoKind } from '../../domain/todo.ts';
import type { TodoView } from '../../services/todo/todo.ts';
import { Page } from '../layout.tsx';
import { Chips } from '../parts/list/chips.tsx';
import { Empty } from '../parts/list/empty.tsx';
import { Live } from '../parts/said/live.tsx';
import { Notice } from '../parts/said/notice.tsx';
import { SEVERITY_LOOKS } from '../parts/said/severity.ts';
import { useTexts } from '../reader.ts';
import { addressOf, type TodoFilter } from '../parts/list/todo-address.ts';
import { TodoItem } from './item.tsx';

/** A note that could not be kept, as it was typed, of which item, and why. */
export type Refused = { item: string; note: string; why: string };

export type TodoPageProps = {
  items: readonly TodoView[];
  counts: Readonly<Record<TodoKind, number>>;
  nextCursor: string | null;
  filter: TodoFilter;
  /** Whether the reader may say that the account knows of something. */
  acknowledges: boolean;
  /** What was just done: nothing where it is empty. */
  said: 'acknowledged' | 'taken-back' | '';
  refused: Refused | null;
};

/** Where the portal begins: what is to be done, what matters most first. */
export function TodoPage({ items, counts, nextCursor, filter, acknowledges, said, refused }: TodoPageProps) {
  const { todo: texts, pager, words } = useTexts();
  const { acknowledged } = filter;
  return (
    <Page title={texts.title} wide>
      {refused && <Notice kind="danger" title={refused.why} />}
      {said === 'acknowledged' && <Notice kind="success" title={texts.acknowledged} text={texts.acknowledgedText} />}
      {said === 'taken-back' && <Notice kind="success" title={texts.takenBack} />}
      <Live>
        <Kinds counts={counts} filter={filter} />
        <section className="card" aria-label={texts.title}>
          {items.length === 0 ? (
            <Nothing filter={filter} />
          ) : (
            <table className="table card-table table-vcenter table-mobile-md">
              <thead>
                <tr>
                  <th scope="col">{texts.columns.what}</th>
                  <th scope="col">{texts.columns.about}</th>
                  <th scope="col">{texts.columns.when}</th>
                  <th scope="col">
                    <span className="visually-hidden">{texts.columns.actions}</span>
                  </th>
                </tr>
              </thead>
              <tbody>
                {items.map((item) => (
                  <TodoItem
                    key={item.id}
                    item={item}
                    acknowledges={acknowledges}
                    list={addressOf(filter)}
                    typed={refused?.item === item.id ? refused.note : null}
                  />
                ))}
              </tbody>
            </table>
          )}
          {(nextCursor || filter.cursor) && (
            <nav className="card-footer d-flex flex-wrap gap-3" aria-label={pager.pages}>
              {filter.cursor && <a href={addressOf(filter)}>{pager.first}</a>}
              {nextCursor && (
                <a rel="next" href={withCursor(addressOf(filter), nextCursor)}>
                  {pager.next}
                </a>
              )}
            </nav>
          )}
        </section>
        <p className="mt-3 d-flex flex-wrap gap-3">
          <a href={addressOf({ ...filter, kind: undefined, acknowledged: !acknowledged })}>
            {acknowledged ? texts.showOpen : texts.showAcknowledged}
          </a>
          {(filter.customer ?? filter.server) && (
            <a href={addressOf({ acknowledged })}>
              {texts.everything} <span className="visually-hidden">({words.customer})</span>
            </a>
          )}
        </p>
      </Live>
    </Page>
  );
}

/** How many there are of each kind: one press shows those alone. */
function Kinds({ counts, filter }: Pick<TodoPageProps, 'counts' | 'filter'>) {
  const { todo: texts } = useTexts();
  const there = TODO_KINDS.filter((kind) => counts[kind] > 0 || kind === filter.kind);
  if (there.length === 0) return null;
  const all = TODO_KINDS.reduce((sum, kind) => sum + counts[kind], 0);
  const choices = [
    { href: addressOf({ ...filter, kind: undefined }), text: texts.all, count: all },
    ...there.map((kind) => ({
      ...{ href: addressOf({ ...filter, kind }), text: texts.kinds[kind], count: counts[kind] },
      tone: SEVERITY_LOOKS[TODO[kind].severity].tone,
    })),
  ];
  return <Chips label={texts.title} choices={choices} current={addressOf(filter)} />;
}

function Nothing({ filter }: Pick<TodoPageProps, 'filter'>) {
  const { todo: texts } = useTexts();
  const isAll = addressOf(filter) === '/';
  return (
    <Empty icon="check" title={isAll ? texts.empty : texts.nothing} text={texts.emptyText}>
      {!isAll && <a href="/">{texts.everything}</a>}
    </Empty>
  );
}

function withCursor(address: string, cursor: string): string {
  return `${address}${address.includes('?') ? '&' : '?'}${new URLSearchParams({ cursor }).toString()}`;
}
