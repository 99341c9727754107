import { FromNow, InstantText } from '../format.tsx';
import { useReader, useTexts } from '../reader.ts';
import type { Server } from '../services.ts';

/** When a server called, and when it will. */
export function Contact({ server }: { server: Server }) {
  const { servers, words } = useTexts();
  const { now } = useReader();
  const { role, version, mode, lastCheckInAt, nextCheckInAt, id } = server;
  return (
    <section className="card mb-3" aria-labelledby="contact">
      <div className="card-body">
        <h2 className="card-title" id="contact">
          {servers.contact}
        </h2>
        <dl className="facts">
          <dt>{servers.role}</dt>
          <dd>{words.serverRoles[role]}</dd>
          {version && (
            <>
              <dt>{servers.version}</dt>
              <dd>
                <bdi dir="ltr">{version}</bdi>
              </dd>
            </>
          )}
          {mode && <Fact term={servers.mode} text={servers.modes[mode]} />}
          {(mode !== 'offline' || lastCheckInAt) && (
            <>
              <dt>{servers.lastContact}</dt>
              <dd>{lastCheckInAt ? <Instant at={lastCheckInAt} /> : servers.never}</dd>
            </>
          )}
          {mode === 'online' && nextCheckInAt && (
            <>
              <dt>{Date.parse(nextCheckInAt) < now() ? servers.contactOverdue : servers.nextContact}</dt>
              <dd>
                <Instant at={nextCheckInAt} />
              </dd>
            </>
          )}
          <dt>{servers.id}</dt>
          <dd>
            <code>{id}</code>
          </dd>
        </dl>
      </div>
    </section>
  );
}

function Fact({ term, text }: { term: string; text: string }) {
  return (
    <>
      <dt>{term}</dt>
      <dd>{text}</dd>
    </>
  );
}

function Instant({ at }: { at: string }) {
  return (
    <>
      <InstantText at={at} />{' '}
      <span className="text-secondary fw-normal">
        (<FromNow at={at} />)
      </span>
    </>
  );
}
