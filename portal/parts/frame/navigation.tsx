import { useBrand, useReader, useTexts } from '../../reader.ts';
import { SearchField } from '../form/search-field.tsx';
import type { Viewer } from '../../../services/accounts/sessions.ts';
import { Menu } from './menu.tsx';
import { usePlaces, useVendorPlaces } from './places.ts';
import { Sign } from './sign.tsx';

const BAR = 'bar-rest';

/**
 * What stands above every page: whose house this is, where one can go, who one is, and the way out. On a telephone all but
 * the first stands behind one press, without a script.
 */
export function Navigation() {
  const { viewer } = useReader();
  const { frame } = useTexts();
  return (
    <header className="bar">
      <div className="width">
        <Brand />
        <button type="button" className="btn btn-sm open-bar" popoverTarget={BAR}>
          {frame.menu}
        </button>
        <div className={BAR} id={BAR} popover="auto">
          {viewer ? <Places viewer={viewer} /> : <SignIn />}
        </div>
      </div>
    </header>
  );
}

/** The vendor's logo and name, where it has set them; else the service's own. */
function Brand() {
  const { name, logoUrl } = useBrand();
  const { frame } = useTexts();
  return (
    <a className="brand" href="/">
      {logoUrl !== null && <img src={logoUrl} alt="" />}
      {logoUrl === null && name === null && <Sign />}
      <bdi>{name ?? frame.product}</bdi>
    </a>
  );
}

function SignIn() {
  const { frame } = useTexts();
  return (
    <nav className="places" aria-label={frame.menu}>
      <a href="/sign-in">{frame.signIn}</a>
    </nav>
  );
}

function Places({ viewer }: { viewer: Viewer }) {
  const { frame, words } = useTexts();
  const vendors = useVendorPlaces(viewer);
  return (
    <>
      <nav className="places" aria-label={frame.menu}>
        {usePlaces(viewer).map(({ href, text, isHere }) => (
          <a key={href} href={href} aria-current={isHere ? 'page' : undefined}>
            {text}
          </a>
        ))}
        {vendors.length > 0 && <Menu text={words.accountKinds.vendor} entries={vendors} isWord />}
      </nav>
      <SearchField />
      <Who viewer={viewer} />
    </>
  );
}

/** Who is signed in, what is his own, and the way out. */
function Who({ viewer }: { viewer: Viewer }) {
  const { frame, account } = useTexts();
  const { mailbox } = useReader();
  const entries = [
    { href: '/account', text: account.title },
    { href: '/people', text: frame.people },
    { href: '/sessions', text: frame.sessions },
    ...(mailbox ? [{ href: '/dev/outbox', text: frame.mailbox }] : []),
  ];
  return (
    <div className="who">
      <Menu
        isWord
        entries={entries}
        text={
          <>
            <span className="visually-hidden">{frame.signedInAs} </span>
            <bdi>{viewer.account.name}</bdi>
          </>
        }
        about={<bdi>{viewer.person.email}</bdi>}
      >
        <li>
          <form method="post" action="/sign-out">
            <button>{frame.signOut}</button>
          </form>
        </li>
      </Menu>
    </div>
  );
}
