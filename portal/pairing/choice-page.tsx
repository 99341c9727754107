import type { SeenPairing } from '../../services/pairings/approvals.ts';
import { Page } from '../layout.tsx';
import { Search } from '../parts/form/fields.tsx';
import { Form } from '../parts/form/form.tsx';
import { Name } from '../parts/said/name.tsx';
import { Notice } from '../parts/said/notice.tsx';
import { ServerBadge } from '../parts/said/states.tsx';
import { useTexts } from '../reader.ts';
import type { Server } from '../services.ts';
import { Machine } from './machine.tsx';

/** What a reader chooses next: a seller first whose server it is. */
export type Choice =
  | { kind: 'customer'; q: string; customers: readonly { id: string; name: string }[] }
  | { kind: 'server'; customer: string; servers: readonly Server[] };

type ChoicePageProps = {
  pairing: SeenPairing;
  choice: Choice;
  networks: { own: string; isSame: boolean };
  /** Why the last attempt did not succeed. */
  failure: string | null;
};

/** What the machine says of itself, and which server it is to become; or that it is none of the reader's. */
export function ChoicePage({ pairing, choice, networks, failure }: ChoicePageProps) {
  const { pairing: texts } = useTexts();
  const address = `/pair/${pairing.id}`;
  return (
    <Page title={texts.title}>
      {failure !== null && <Notice kind="danger" title={failure} />}
      <Machine pairing={pairing} networks={networks} />
      {choice.kind === 'customer' ? (
        <Customers {...choice} address={address} />
      ) : (
        <Servers {...choice} address={address} />
      )}
      <Form action={`${address}/refuse`} className="mt-3">
        <p className="mb-2">{texts.refuseText}</p>
        <button className="btn btn-outline-danger action">{texts.refuse}</button>
      </Form>
    </Page>
  );
}

function Customers({ address, q, customers }: Extract<Choice, { kind: 'customer' }> & { address: string }) {
  const { pairing: texts, filter } = useTexts();
  return (
    <section className="card" aria-labelledby="customers">
      <h2 className="card-header card-title" id="customers">
        {texts.customer}
      </h2>
      <form
        method="get"
        action={address}
        role="search"
        className="card-body border-bottom d-flex flex-wrap align-items-end gap-2"
      >
        <Search label={texts.customerHelp} value={q} />
        <button className="btn">{filter.apply}</button>
      </form>
      {customers.length === 0 && <p className="card-body m-0">{texts.noCustomers}</p>}
      <ul className="list-group list-group-flush">
        {customers.map(({ id, name }) => (
          <li key={id} className="list-group-item">
            <a href={`${address}?customer=${encodeURIComponent(id)}`}>
              <Name>{name}</Name>
            </a>
          </li>
        ))}
      </ul>
    </section>
  );
}

function Servers({ address, customer, servers }: Extract<Choice, { kind: 'server' }> & { address: string }) {
  const { pairing: texts, servers: words } = useTexts();
  if (servers.length === 0)
    return (
      <p>
        {texts.noServers} <a href={`/customers/${customer}/servers/new`}>{words.add}</a>
      </p>
    );
  return (
    <Form action={address} className="card">
      <input type="hidden" name="customer" value={customer} />
      <div className="card-body">
        <fieldset>
          <legend className="card-title">{texts.server}</legend>
          {servers.map((server) => (
            <ServerChoice key={server.id} server={server} />
          ))}
        </fieldset>
        <label className="form-check mt-3">
          <input className="form-check-input" type="checkbox" name="onScreen" value="yes" required />
          <span className="form-check-label">{texts.onScreen}</span>
        </label>
      </div>
      <div className="card-footer">
        <button className="btn btn-primary action">{texts.approve}</button>
      </div>
    </Form>
  );
}

function ServerChoice({ server }: { server: Server }) {
  const { id, customer, name, state } = server;
  const { pairing: texts } = useTexts();
  const field = `server-${id}`;
  const holdsNothing = state === 'registered';
  return (
    <div className="form-check">
      <input
        className="form-check-input"
        type="radio"
        name="server"
        id={field}
        value={id}
        required
        disabled={holdsNothing}
        aria-describedby={state === 'waiting' ? undefined : `${field}-said`}
      />
      <label className="form-check-label" htmlFor={field}>
        <Name>{name}</Name>
      </label>{' '}
      <ServerBadge server={server} />
      {state !== 'waiting' && (
        <div className="form-hint" id={`${field}-said`}>
          {holdsNothing ? (
            <>
              {texts.holdsNothing}. <a href={`/customers/${customer}/assign?server=${id}`}>{texts.assign}</a>
            </>
          ) : (
            texts.runsElsewhere
          )}
        </div>
      )}
    </div>
  );
}
