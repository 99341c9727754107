import type { Preview } from '../../../services/orders/preview.ts';
import { fill } from '../../../languages/texts/events.ts';
import { sellerOf } from '../../../domain/order/arriving/seller.ts';
import type { FormBody } from '../../form.ts';
import { Page } from '../../layout.tsx';
import { useFacts } from '../../parts/said/event-facts.ts';
import { Form } from '../../parts/form/form.tsx';
import { useReader, useTexts } from '../../reader.ts';
import type { JournalEvent } from '../../services.ts';
import { CanceledLines, RenewedLines } from '../event-lines.tsx';
import { OrderLines } from '../lines.tsx';
import { ChangedNotice, type LastChange } from './changed-notice.tsx';
import { useConsequences } from './consequences.ts';
import type { OrderForm } from './order-form.ts';

type PreviewPageProps = {
  form: OrderForm;
  typed: FormBody;
  foretold: Preview;
  /** Names of the customer's servers. */
  servers: ReadonlyMap<string, string>;
  /** By which what is shown is known again. */
  follows: string;
  /** What happened meanwhile, where what was shown before is not what would follow now. */
  changed: LastChange | null;
};

/** All that follows from what was typed, before it is done. */
export function PreviewPage({ form, typed, foretold, servers, follows, changed }: PreviewPageProps) {
  const { orderChanges, assign } = useTexts();
  const { title, back } = form;
  return (
    <Page title={title} back={back} wide>
      {changed && <ChangedNotice {...{ changed, servers }} text={orderChanges.changedMeanwhileText} />}
      <Form className="card mb-3">
        {Object.entries(typed).map(([name, value]) => (
          <input key={name} type="hidden" name={name} value={value} />
        ))}
        <input type="hidden" name="shown" value={follows} />
        <div className="card-body">
          <h2 className="card-title">{orderChanges.follows}</h2>
          <Following foretold={foretold} servers={servers} />
        </div>
        <div className="card-footer d-flex flex-wrap gap-2">
          <button className="btn btn-primary action" name="step" value="confirm">
            {title}
          </button>
          <button className="btn action" name="step" value="edit">
            {orderChanges.edit}
          </button>
          <a className="btn btn-link action" href={back.href}>
            {assign.cancel}
          </a>
        </div>
      </Form>
      <h2 className="h3">{orderChanges.asItWillBe}</h2>
      <OrderLines order={foretold.order} servers={servers} />
    </Page>
  );
}

function Following({ foretold, servers }: Pick<PreviewPageProps, 'foretold' | 'servers'>) {
  const { orderChanges, orderEvents } = useTexts();
  const { format } = useReader().language;
  const { order, mails } = foretold;
  const deliveries = new Map(order.deliveries.map(({ id, reference }) => [id, reference]));
  const factsOf = useFacts({ servers, deliveries });
  const consequences = useConsequences(foretold, servers);
  const events = foretold.events as unknown as JournalEvent[];
  const seller = sellerOf(order);
  if (events.length === 0) return <p className="m-0">{orderChanges.followsNothing}</p>;
  return (
    <ul className="m-0">
      {events.map((event, index) => (
        <li key={index}>
          {fill(orderEvents[event.type as keyof typeof orderEvents] ?? event.type, factsOf(event))}
          <RenewedLines event={event} />
          <CanceledLines event={event} />
        </li>
      ))}
      {consequences.map((sentence) => (
        <li key={sentence}>{sentence}</li>
      ))}
      {mails.map(({ delivery, at }) => (
        <li key={delivery}>
          {orderChanges.mailGoes(deliveries.get(delivery) ?? delivery, seller.name, seller.email, format.instant(at))}
        </li>
      ))}
      {mails.length === 0 && <li>{orderChanges.noMail}</li>}
    </ul>
  );
}
