import type { SuspendedShare } from '../../db/queries/pages/servers.ts';
import { useCustomerTrail } from '../parts/frame/customer-head.tsx';
import { Page } from '../layout.tsx';
import { Live } from '../parts/said/live.tsx';
import { Timeline } from '../parts/said/timeline.tsx';
import { ServerBadge } from '../parts/said/states.tsx';
import { useCatalogue, useTexts } from '../reader.ts';
import { DoneNotice, type DoneNoticeProps } from '../parts/said/done.tsx';
import type { NamedAdvisory } from '../../domain/advisories/advisory.ts';
import { AdvisoryNotices } from '../parts/said/advised.tsx';
import { Contact } from './contact.tsx';
import { Holdings } from './holdings.tsx';
import { OfflineFirst } from './offline-first.tsx';
import { LifeOfServer } from './life.tsx';
import type { JournalEvent, Server, StandingOf } from '../services.ts';
import { addressOf } from '../parts/list/todo-address.ts';
import { Standby } from './standby.tsx';
import { TestUnits } from './test-units.tsx';
import { TokenCard, type Token } from './token-card.tsx';
import { Troubles, troublesOf } from './troubles.tsx';

export type ServerPageProps = {
  customer: { id: string; name: string };
  server: Server;
  standing: StandingOf;
  /** Null before anything is assigned, and for readers who may not see it. */
  token: Token | null;
  events: readonly JournalEvent[];
  /** What to call those who did something, by what events say. */
  doers: ReadonlyMap<string, string>;
  /** What the customer's servers have of suspended orders. */
  suspended: readonly SuspendedShare[];
  /** What the vendor advises of its version. */
  advisories: readonly NamedAdvisory[];
  manages: boolean;
  /** Whether the reader may free what an offline server holds without its return. */
  overrides: boolean;
  said: DoneNoticeProps['said'];
};

/** One server: what it holds, how it is activated, what is wrong with it and what to do. */
export function ServerPage(props: ServerPageProps) {
  const { customer, server, standing, token, events, doers, suspended, advisories, manages, overrides, said } = props;
  const texts = useTexts();
  const catalogue = useCatalogue();
  const { servers } = texts;
  const address = `/customers/${customer.id}/servers/${server.id}`;
  const alive = manages && server.state !== 'retired';
  return (
    <Page title={server.name} back={useCustomerTrail(customer, 'servers')} aside={<ServerBadge server={server} />}>
      <DoneNotice customer={customer.id} said={said} servers={[server]} at={server.id} />
      <Live>
        <Troubles troubles={troublesOf(server, events, suspended, catalogue)} address={address} manages={alive} />
        <AdvisoryNotices advisories={advisories} />
        {['critical', 'warning'].includes(server.conditions[0]!.severity) && (
          <p>
            <a href={addressOf({ server: server.id })}>{texts.todo.title}</a>
          </p>
        )}
        <section className="card mb-3" aria-labelledby="life">
          <div className="card-body">
            <h2 className="card-title" id="life">
              {servers.life}
            </h2>
            <LifeOfServer server={server} manages={manages} />
          </div>
        </section>
        {token && alive && <TokenCard token={token} server={server} address={address} customer={customer.id} />}
        <Holdings customer={customer.id} server={server} suspended={suspended} manages={alive} />
        <TestUnits server={server} />
        <Standby server={server} standing={standing} />
        <Contact server={server} />
        {alive && <Actions address={address} server={server} overrides={overrides} />}
        <section className="card" aria-labelledby="events">
          <div className="card-body">
            <h2 className="card-title" id="events">
              {servers.events}
            </h2>
            <Timeline
              events={events}
              kind="serverEvents"
              names={{ servers: standing.names, deliveries: new Map(), doers }}
            />
          </div>
        </section>
      </Live>
    </Page>
  );
}

/** What is done seldom, each with a page of its own that says what follows. */
function Actions({ address, server, overrides }: { address: string; server: Server; overrides: boolean }) {
  const { servers } = useTexts();
  return (
    <section className="card mb-3" aria-labelledby="actions">
      <div className="card-body">
        <h2 className="card-title" id="actions">
          {servers.actions}
        </h2>
        {server.mode === 'offline' && <OfflineFirst server={server} overrides={overrides} />}
        <div className="d-flex flex-wrap gap-2">
          <a className="btn action" href={`${address}/change`}>
            {servers.change}
          </a>
          {server.mode === 'online' && (
            <a className="btn action" href={`${address}/replace`}>
              {servers.replace}
            </a>
          )}
          <a className="btn action" href={`${address}/retire`}>
            {servers.retire}
          </a>
        </div>
      </div>
    </section>
  );
}
