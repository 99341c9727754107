import { FINAL_BATCH_STATES, ITEM_OUTCOMES, type ItemOutcome } from '../../domain/batches.ts';
import type { BatchService, BatchView } from '../../services/batches/batches.ts';
import { InstantText } from '../format.tsx';
import { Page } from '../layout.tsx';
import { Badge, type Tone } from '../parts/said/badge.tsx';
import { Chips } from '../parts/list/chips.tsx';
import { Form } from '../parts/form/form.tsx';
import type { IconName } from '../parts/said/icon.tsx';
import { Live } from '../parts/said/live.tsx';
import { Name } from '../parts/said/name.tsx';
import { Notice } from '../parts/said/notice.tsx';
import { NumberText } from '../format.tsx';
import { useTexts } from '../reader.ts';
import { sentenceOf } from '../refusals.ts';
import { BatchBadge, Progress } from './state.tsx';

type Item = Awaited<ReturnType<BatchService['listItems']>>['items'][number];

export type BatchPageProps = {
  batch: BatchView;
  /** What to call who sent it; undefined where nobody knows. */
  sender: string | undefined;
  items: readonly Item[];
  outcome: ItemOutcome | 'any';
  nextCursor: string | null;
};

/** Often enough to see it go on. */
const FOLLOWED_EVERY_SECONDS = 2;

/** A batch as it goes on, and what became of each of its items. */
export function BatchPage({ batch, sender, items, outcome, nextCursor }: BatchPageProps) {
  const { batches: texts } = useTexts();
  const isOver = FINAL_BATCH_STATES.includes(batch.state);
  const address = `/batches/${batch.id}`;
  return (
    <Page
      title={`${texts.kinds[batch.kind]}${batch.preview ? ` (${texts.preview})` : ''}`}
      back={{ href: '/batches', text: texts.title }}
      wide
      refreshAfterSeconds={isOver ? undefined : FOLLOWED_EVERY_SECONDS * 5}
    >
      <Live everySeconds={isOver ? undefined : FOLLOWED_EVERY_SECONDS}>
        {batch.state === 'done' && <Notice kind="success" {...(batch.preview ? texts.previewed : texts.over)} />}
        <section className="card mb-3" aria-label={texts.outcome}>
          <div className="card-body">
            <p className="mb-2">
              <BatchBadge state={batch.state} /> <Progress batch={batch} />
            </p>
            <progress
              className="progress w-100"
              value={batch.done + batch.refused}
              max={batch.total}
              aria-label={texts.outcome}
            />
            <p className="text-secondary mt-2 mb-0">
              {texts.startedAt} <InstantText at={batch.startedAt} />
              {sender && (
                <>
                  {' · '}
                  <Name>{sender}</Name>
                </>
              )}
            </p>
          </div>
          {!isOver && <Asks address={address} batch={batch} />}
        </section>
        <Items {...{ address, items, outcome, nextCursor }} />
      </Live>
    </Page>
  );
}

function Asks({ address, batch }: { address: string; batch: BatchView }) {
  const { batches: texts } = useTexts();
  const next = batch.state === 'paused' ? 'running' : 'paused';
  return (
    <div className="card-footer d-flex flex-wrap gap-2">
      <Form action={address}>
        <input type="hidden" name="ask" value={next} />
        <button className="btn action">{texts.asks[next]}</button>
      </Form>
      <a className="btn btn-outline-danger action" href={`${address}/cancel`}>
        {texts.asks.canceled}
      </a>
    </div>
  );
}

const LOOKS: Record<ItemOutcome, { tone: Tone; icon: IconName }> = {
  done: { tone: 'good', icon: 'check' },
  refused: { tone: 'danger', icon: 'alert' },
  waiting: { tone: 'info', icon: 'clock' },
};

function Items({
  address,
  items,
  outcome,
  nextCursor,
}: Omit<BatchPageProps, 'batch' | 'sender'> & { address: string }) {
  const { batches: texts, pager } = useTexts();
  const to = (some: string) => `${address}?${new URLSearchParams({ outcome: some }).toString()}`;
  const choices = (['any', ...ITEM_OUTCOMES] as const).map((one) => ({
    href: to(one),
    text: one === 'any' ? texts.any : texts.outcomes[one],
  }));
  return (
    <section className="card" aria-labelledby="items">
      <div className="card-body">
        <h2 className="card-title" id="items">
          {texts.items}
        </h2>
        <Chips label={texts.outcome} choices={choices} current={to(outcome)} />
        <p className="mt-3 mb-0">
          <a href={`${address}/items.csv?${new URLSearchParams({ outcome }).toString()}`}>{texts.download}</a>
        </p>
      </div>
      {items.length === 0 ? <p className="card-body m-0">{texts.nothing}</p> : <ItemTable items={items} />}
      {nextCursor && (
        <div className="card-footer">
          <a
            className="btn"
            rel="next"
            href={`${to(outcome)}&${new URLSearchParams({ cursor: nextCursor }).toString()}`}
          >
            {pager.next}
          </a>
        </div>
      )}
    </section>
  );
}

function ItemTable({ items }: Pick<BatchPageProps, 'items'>) {
  const { batches: texts } = useTexts();
  return (
    <table className="table card-table table-vcenter table-mobile-md">
      <thead>
        <tr>
          <th scope="col">{texts.order}</th>
          <th scope="col">{texts.outcome}</th>
          <th scope="col">{texts.why}</th>
        </tr>
      </thead>
      <tbody>
        {items.map((item) => (
          <tr key={item.index}>
            <th scope="row" data-label={texts.order} className="wrap">
              <NumberText value={item.index + 1} />
              {': '}
              {item.order === null ? '–' : <OrderLink order={item.order} isThere={item.outcome === 'done'} />}
            </th>
            <td data-label={texts.outcome}>
              <Badge {...LOOKS[item.outcome]}>{texts.outcomes[item.outcome]}</Badge>
            </td>
            <td data-label={texts.why} className="wrap">
              <Why item={item} />
            </td>
          </tr>
        ))}
      </tbody>
    </table>
  );
}

function OrderLink({ order, isThere }: { order: string; isThere: boolean }) {
  if (!isThere) return <bdi dir="ltr">{order}</bdi>;
  return (
    <a href={`/orders/${encodeURIComponent(order)}`}>
      <bdi dir="ltr">{order}</bdi>
    </a>
  );
}

/** Why an item was refused: in the reader's words where there are any, else as the API says it, which speaks English. */
function Why({ item }: { item: Item }) {
  const { refusals } = useTexts();
  const about = item as { code?: string; detail?: string; errors?: { pointer: string; message: string }[] };
  const said = about.code === undefined ? undefined : sentenceOf(refusals, about.code);
  if (about.code === undefined) return null;
  if (said !== undefined)
    return (
      <div>
        <bdi>
          <code>{about.code}</code>
        </bdi>{' '}
        {said}
      </div>
    );
  return (
    <div lang="en" dir="ltr">
      <code>{about.code}</code> {about.detail}
      {(about.errors ?? []).map(({ pointer, message }) => (
        <div key={pointer + message} className="text-secondary">
          <code>{pointer}</code> {message}
        </div>
      ))}
    </div>
  );
}
