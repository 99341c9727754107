import type { ReactNode } from 'react';
import { useTexts } from '../../reader.ts';
import { Icon } from '../said/icon.tsx';
import { Menu, type MenuEntry } from './menu.tsx';
import type { Choice } from '../list/choices.tsx';
import { Tabs } from './tabs.tsx';

/** A page above another one. */
export type Above = { href: string; text: string };

export type PageHeadProps = {
  title: string;
  /** The page above this one, or all of them, the nearest last. */
  back?: Above | readonly Above[] | undefined;
  /** Beside the title: its state. */
  aside?: ReactNode;
  /** Below the title, in a sentence: what this page is for. */
  says?: string;
  /** What is known at a glance. */
  facts?: readonly { term: string; value: ReactNode }[];
  /** The one thing that is done here most. */
  action?: ReactNode;
  /** What else can be done, behind "More". */
  more?: readonly MenuEntry[];
  /** The parts of the object, and the address of the one that is open. */
  tabs?: { current: string; all: readonly Choice[] };
};

/** The head of a page: where it is, what it is called, what is known at a glance, what to do, and its parts. */
export function PageHead({ title, back, aside, says, facts = [], action, more = [], tabs }: PageHeadProps) {
  const { frame } = useTexts();
  const above = back === undefined ? [] : [back].flat();
  return (
    <>
      {above.length > 0 && <Trail above={above} />}
      <div className="head">
        <h1>
          <bdi>{title}</bdi>
        </h1>
        {aside}
        {(action || more.length > 0) && (
          <div className="head-acts">
            {action}
            {more.length > 0 && <Menu text={frame.more} entries={more} />}
          </div>
        )}
      </div>
      {says && <p className="says">{says}</p>}
      {facts.length > 0 && (
        <dl className="glance">
          {facts.map(({ term, value }) => (
            <div key={term}>
              <dt>{term}</dt>
              <dd>{value}</dd>
            </div>
          ))}
        </dl>
      )}
      {tabs && <Tabs label={title} choices={tabs.all} current={tabs.current} />}
    </>
  );
}

/** The pages above this one; on a telephone the nearest alone. */
function Trail({ above }: { above: readonly Above[] }) {
  const { frame } = useTexts();
  return (
    <nav aria-label={frame.above}>
      <ol className="trail">
        {above.map(({ href, text }) => (
          <li key={href}>
            <a href={href}>
              <Icon name="back" /> <bdi>{text}</bdi>
            </a>
          </li>
        ))}
      </ol>
    </nav>
  );
}
