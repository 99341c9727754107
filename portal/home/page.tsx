import { Page } from '../layout.tsx';
import { useReader, useTexts } from '../reader.ts';

/** The first page: what this is, and where to go on. */
export function Home() {
  const { home, frame } = useTexts();
  const { mailbox } = useReader();
  return (
    <Page title={home.title}>
      <p>{home.introduction}</p>
      <div className="card">
        <div className="list-group list-group-flush">
          <Entry href="/sign-in" title={frame.signIn} text={home.signInText} />
          <Entry href="/docs" title={home.api} text={home.apiText} />
          <Entry href="/openapi.json" title={home.openapi} text={home.openapiText} />
          {mailbox && <Entry href="/dev/outbox" title={frame.mailbox} text={home.mailboxText} />}
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
