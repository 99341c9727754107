import { Page } from './layout.tsx';

/** The first page: what this is, and where to go on. */
export function Home({ mailbox }: { mailbox: boolean }) {
  return (
    <Page title="From order to activation">
      <p>
        Licenses of the AppSuite are delivered here into the customer’s Smart Account, unlocked by the reseller,
        assigned to servers and activated.
      </p>
      <div className="card">
        <div className="list-group list-group-flush">
          <Entry href="/docs" title="API" text="Every route of the API, to read and to try." />
          <Entry href="/openapi.json" title="OpenAPI document" text="The same for programs." />
          {mailbox && (
            <Entry href="/dev/outbox" title="Mailbox" text="The e-mails that were sent. None has left this service." />
          )}
        </div>
      </div>
    </Page>
  );
}

function Entry({ href, title, text }: { href: string; title: string; text: string }) {
  return (
    <a className="list-group-item list-group-item-action" href={href}>
      <strong>{title}</strong>
      <div className="text-secondary">{text}</div>
    </a>
  );
}
