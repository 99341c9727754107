import type { MailboxRow } from '../../db/queries/mails/mailbox.ts';
import { InstantText } from '../format.tsx';
import { Page } from '../layout.tsx';
import { Name } from '../parts/said/name.tsx';
import { FRAME_SANDBOX } from './mail-policy.ts';

/** Every e-mail that was sent, newest first. */
export function OutboxPage({ mails }: { mails: readonly MailboxRow[] }) {
  return (
    <Page title="Mailbox">
      <p className="text-secondary">E-mails that would have been sent. None has left this service.</p>
      <div className="card">
        {mails.length === 0 ? (
          <div className="card-body">
            Nothing was sent yet. Post an order with the API: its e-mail appears here, and its button works.
          </div>
        ) : (
          <div className="list-group list-group-flush">
            {mails.map((mail) => (
              <Entry key={mail.id} mail={mail} />
            ))}
          </div>
        )}
      </div>
    </Page>
  );
}

function Entry({ mail }: { mail: MailboxRow }) {
  return (
    <a className="list-group-item list-group-item-action" href={`/dev/outbox/${mail.id}`}>
      <strong>
        <Name>{mail.subject}</Name>
      </strong>
      <div className="text-secondary">
        to {mail.to.join(', ')}, <InstantText at={mail.sentAt} />
      </div>
    </a>
  );
}

/** One e-mail as its reader gets it. */
export function MailPage({ mail }: { mail: MailboxRow }) {
  return (
    <Page title={mail.subject}>
      <dl className="facts mb-3">
        <dt>To</dt>
        <dd>{mail.to.join(', ')}</dd>
        <dt>Sent</dt>
        <dd>
          <InstantText at={mail.sentAt} />
        </dd>
      </dl>
      <div className="card mb-3">
        <iframe className="mail" title="The e-mail" src={`/dev/outbox/${mail.id}/html`} sandbox={FRAME_SANDBOX} />
      </div>
      <details>
        <summary className="mb-2">As text</summary>
        <div className="card card-body">
          <pre className="mail-text" dir="auto">
            {mail.text}
          </pre>
        </div>
      </details>
      <p className="mt-3">
        <a href="/dev/outbox">All e-mails</a>
      </p>
    </Page>
  );
}
