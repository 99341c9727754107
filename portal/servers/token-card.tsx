import type { ServerService } from '../../services/servers/servers.ts';
import { InstantText } from '../format.tsx';
import { CopyButton } from '../parts/said/copy.tsx';
import { useTexts } from '../reader.ts';
import type { Server } from '../services.ts';

export type Token = Awaited<ReturnType<ServerService['readToken']>>;

type CardProps = { token: Token; server: Server; address: string; customer: string };

/** The Activation Token: hidden until it is asked for, copied with a word spoken about it. */
export function TokenCard({ token, server, address, customer }: CardProps) {
  const { token: texts, words, pairing } = useTexts();
  return (
    <section className="card mb-3" aria-labelledby="token">
      <div className="card-body">
        <h2 className="card-title" id="token">
          {words.activationToken}
        </h2>
        <details className="mb-2">
          <summary>
            {texts.show} <span aria-hidden="true">•••••-•••••-•••••</span>
          </summary>
          <code className="d-block my-2 fs-2 token" dir="ltr" translate="no">
            {token.token}
          </code>
        </details>
        <CopyButton text={token.token} label={texts.copy} copied={texts.copied} failed={texts.notCopied} />
        <p className="text-secondary mt-2 mb-0">
          {texts.issued} <InstantText at={token.issuedAt} />.{' '}
          {token.redeemedAt ? (
            <>
              {texts.redeemed} <InstantText at={token.redeemedAt} />.
            </>
          ) : (
            texts.unused
          )}
        </p>
        <details className="mt-3" open={server.state === 'waiting'}>
          <summary>{texts.how}</summary>
          <ol className="my-2">
            {texts.steps.map((step) => (
              <li key={step}>{step}</li>
            ))}
          </ol>
          <p>
            <a href="/pair">{pairing.open}</a>
          </p>
          <a href={`/customers/${customer}/offline?server=${server.id}`}>{texts.offline}</a>
        </details>
        <p className="mt-3 mb-0">
          <a href={`${address}/rotate`}>{texts.rotate}</a>
        </p>
      </div>
    </section>
  );
}
