import { unitIn } from '../../domain/catalogue/catalogue.ts';
import { capacityIn } from '../../languages/index.ts';
import type { Texts } from '../../languages/texts.ts';
import type { TodoView } from '../../services/todo/todo.ts';
import { ApplicationName, FromNow, Quantity } from '../format.tsx';
import { Badge } from '../parts/said/badge.tsx';
import { Form } from '../parts/form/form.tsx';
import { isolate } from '../parts/list/listed.ts';
import { Name } from '../parts/said/name.tsx';
import { SEVERITY_LOOKS } from '../parts/said/severity.ts';
import { useCatalogue, useFormat, useReader, useTexts } from '../reader.ts';
import { leadsTo } from './leads-to.ts';

export type ItemProps = {
  item: TodoView;
  /** Whether the reader may say that the account knows of it. */
  acknowledges: boolean;
  /** The address of the list that it stands in, to come back to. */
  list: string;
  /** A note that was typed and could not be kept; null where none was. */
  typed: string | null;
};

/** Something that is to be done: what, of whom, since or until when, and the press that does it. */
export function TodoItem({ item, acknowledges, list, typed }: ItemProps) {
  const { todo: texts } = useTexts();
  const { viewer } = useReader();
  const { kind, severity, about, customer, order, server } = item;
  const href = leadsTo(item, viewer!.account.id);
  return (
    <tr id={item.id}>
      <th scope="row" data-label={texts.columns.what}>
        <Badge {...SEVERITY_LOOKS[severity]}>{texts.kinds[kind]}</Badge>
        <div className="fw-normal">{whatIsSo(item, texts)}</div>
        {item.acknowledged && <Noted {...item.acknowledged} />}
      </th>
      <td data-label={texts.columns.about}>
        {customer && (
          <div>
            <a href={`/customers/${customer.id}`}>
              <Name>{customer.name}</Name>
            </a>
          </div>
        )}
        {server && <Name>{server.name}</Name>}
        {order && <OrderOf order={order} />}
        <What item={item} />
      </td>
      <td data-label={texts.columns.when}>
        <When item={item} />
      </td>
      <td className="text-end">
        {href && (
          <a className="btn btn-sm action" href={href}>
            {item.yours && item.remedy !== null ? texts.actions[kind] : texts.look}
            <span className="visually-hidden"> {server?.name ?? order?.number ?? about.title ?? customer?.name}</span>
          </a>
        )}
        {acknowledges && <Acknowledge item={item} list={list} typed={typed} />}
      </td>
    </tr>
  );
}

function whatIsSo({ kind, about }: TodoView, texts: Texts['todo']): string {
  if (about.mail === 'unknown') return texts.nobodyKnows;
  return about.canceled ? texts.canceled : texts.what[kind];
}

function OrderOf({ order }: { order: NonNullable<TodoView['order']> }) {
  const { todo: texts, words } = useTexts();
  return (
    <div className="text-secondary">
      {words.order} <bdi>{order.number}</bdi>
      {order.purchaseOrder !== null && (
        <>
          {words.comma} {texts.purchaseOrder(isolate(order.purchaseOrder))}
        </>
      )}
    </div>
  );
}

/** Which units it is about, and what else there is to know. */
function What({ item: { lines, about } }: { item: TodoView }) {
  const { todo: texts, words } = useTexts();
  const { language } = useReader();
  const format = useFormat();
  const catalogue = useCatalogue();
  const [first, ...others] = lines;
  return (
    <>
      {first && (
        <div>
          <Quantity value={first.capacity} unit={unitIn(catalogue, first.application)} />{' '}
          <bdi>
            <ApplicationName application={first.application} />
          </bdi>
          {others.length > 0 && ` ${texts.more(others.length, format.number(others.length))}`}
        </div>
      )}
      {first && about.assigned !== undefined && about.capacity !== undefined && (
        <div>
          {texts.tooMany(
            format.number(about.assigned),
            capacityIn(language, about.capacity, unitIn(catalogue, first.application)),
          )}
        </div>
      )}
      {about.applications && (
        <div>
          {about.applications.map((application, index) => (
            <bdi key={application}>
              {index > 0 && `${words.comma} `}
              <ApplicationName application={application} />
            </bdi>
          ))}
        </div>
      )}
      {about.title && <Name>{about.title}</Name>}
      {about.servers !== undefined && <div>{texts.servers(about.servers, format.number(about.servers))}</div>}
      {about.url && <bdi>{about.url}</bdi>}
    </>
  );
}

function When({ item: { since, until, daysLeft } }: { item: TodoView }) {
  const { todo: texts } = useTexts();
  const format = useFormat();
  if (until !== null)
    return (
      <>
        <time dateTime={until}>{texts.until(format.day(until))}</time>{' '}
        {daysLeft !== null && <span className="text-secondary text-nowrap">({format.inDays(daysLeft)})</span>}
      </>
    );
  return since === null ? null : <FromNow at={since} />;
}

/** Who knows of it, and what was noted. */
function Noted({ at, note }: NonNullable<TodoView['acknowledged']>) {
  const { todo: texts } = useTexts();
  return (
    <div className="fw-normal text-secondary">
      {texts.acknowledged} <FromNow at={at} />
      {note !== null && (
        <>
          {': '}
          <Name>{note}</Name>
        </>
      )}
    </div>
  );
}

/** Says that the account knows of it, with a note; or takes that back. */
function Acknowledge({ item: { id, acknowledged }, list, typed }: Omit<ItemProps, 'acknowledges'>) {
  const { todo: texts } = useTexts();
  if (acknowledged)
    return (
      <Form action={`/todo/${id}/take-back`} className="mt-1">
        <input type="hidden" name="list" value={list} />
        <button className="btn btn-sm action">{texts.takeBack}</button>
      </Form>
    );
  return (
    <details className="mt-1" open={typed !== null}>
      <summary>{texts.acknowledge}</summary>
      <Form action={`/todo/${id}/acknowledge`} className="text-start mt-2">
        <input type="hidden" name="list" value={list} />
        <label className="form-label" htmlFor={`note-${id}`}>
          {texts.note}
        </label>
        <input
          className="form-control mb-2"
          id={`note-${id}`}
          name="note"
          defaultValue={typed ?? ''}
          dir="auto"
          maxLength={200}
        />
        <div className="form-hint mb-2">{texts.acknowledgeHelp}</div>
        <div className="text-end">
          <button className="btn btn-sm action">{texts.acknowledgeButton}</button>
        </div>
      </Form>
    </details>
  );
}
