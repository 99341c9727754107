import { useReader, useTexts } from '../reader.ts';
import type { Viewer } from '../../services/accounts/sessions.ts';

/** What stands above every page: where one can go, who one is, and the way out. */
export function Navigation({ container }: { container: string }) {
  const { viewer } = useReader();
  const { frame } = useTexts();
  return (
    <header className="navbar d-print-none">
      <div className={`${container} d-flex flex-wrap align-items-center gap-3`}>
        <a className="navbar-brand" href="/">
          {frame.product}
        </a>
        {viewer ? <Places viewer={viewer} /> : <a href="/sign-in">{frame.signIn}</a>}
      </div>
    </header>
  );
}

function Places({ viewer }: { viewer: Viewer }) {
  const { url } = useReader();
  const { frame, orders, licenses, emergencies, renewals } = useTexts();
  const own = { href: `/customers/${viewer.account.id}`, text: licenses.title };
  const ends = { href: '/renewals', text: renewals.title };
  const people = { href: '/people', text: frame.people };
  const selling = [
    { href: '/customers', text: frame.customers },
    ends,
    { href: '/orders', text: orders.title },
    ...(viewer.account.kind === 'vendor' ? [{ href: '/emergencies', text: emergencies.declared }] : []),
  ];
  const places = viewer.account.kind === 'customer' ? [own, ends, people] : [...selling, people];
  return (
    <>
      <nav className="d-flex flex-wrap gap-3 me-auto" aria-label={frame.menu}>
        {places.map(({ href, text }) => (
          <a key={href} href={href} aria-current={isUnder(url, href) ? 'page' : undefined}>
            {text}
          </a>
        ))}
      </nav>
      <form method="post" action="/sign-out" className="d-flex flex-wrap align-items-center gap-2">
        <a href="/sessions" title={frame.sessions}>
          <span className="visually-hidden">{frame.signedInAs} </span>
          <bdi>{viewer.account.name}</bdi>
        </a>
        <button className="btn btn-sm">{frame.signOut}</button>
      </form>
    </>
  );
}

function isUnder(url: string, href: string): boolean {
  const [path = ''] = url.split('?');
  return path === href || path.startsWith(`${href}/`);
}
