import { Page } from '../layout.tsx';
import { CopyButton } from '../parts/said/copy.tsx';
import { DoneNotice, type DoneNoticeProps } from '../parts/said/done.tsx';
import { Name } from '../parts/said/name.tsx';
import { CursorPager } from '../parts/list/cursor-pager.tsx';
import { useTexts } from '../reader.ts';
import type { PageServices } from '../services.ts';

type Token = Awaited<ReturnType<PageServices['assignments']['listWaitingTokens']>>['items'][number];

type TokensPageProps = Omit<DoneNoticeProps, 'customer' | 'at'> & {
  customer: { id: string; name: string };
  tokens: readonly Token[];
  cursor: string;
  nextCursor: string | null;
};

/** Tokens that wait to be pasted, each to copy and all at once, and what comes next. */
export function TokensPage({ customer, tokens, cursor, nextCursor, said, servers }: TokensPageProps) {
  const { tokens: texts, licenses } = useTexts();
  const back = { href: `/customers/${customer.id}`, text: customer.name };
  return (
    <Page title={texts.title} back={back}>
      <DoneNotice customer={customer.id} said={said} servers={servers} />
      {tokens.length === 0 ? (
        <>
          <p>{texts.none}</p>
          <a className="btn btn-primary action" href={back.href}>
            {licenses.title}
          </a>
        </>
      ) : (
        <>
          <p>{texts.text}</p>
          <ul className="list-unstyled m-0">
            {tokens.map(({ server, name, token }) => (
              <li key={server} className="card mb-3">
                <div className="card-body">
                  <h2 className="card-title">
                    <a href={`/customers/${customer.id}/servers/${server}`}>
                      <Name>{name}</Name>
                    </a>
                  </h2>
                  <code className="d-block my-2 fs-2 token" dir="ltr" translate="no">
                    {token}
                  </code>
                  <CopyButton
                    text={token}
                    label={texts.copy(name)}
                    copied={texts.copied(name)}
                    failed={texts.notCopied}
                    isOneOfMany
                  />
                </div>
              </li>
            ))}
          </ul>
          <div className="d-flex flex-wrap align-items-center gap-2">
            {tokens.length > 1 && (
              <CopyButton
                text={tokens.map(({ name, token }) => `${name}: ${token}`).join('\n')}
                label={texts.all}
                copied={texts.allCopied}
                failed={texts.notCopied}
              />
            )}
            <a className={tokens.length > 1 ? 'btn action' : 'btn btn-primary action'} href={back.href}>
              {texts.next}
            </a>
          </div>
          <CursorPager path={`${back.href}/tokens`} parameters={{}} {...{ cursor, nextCursor }} />
        </>
      )}
    </Page>
  );
}
