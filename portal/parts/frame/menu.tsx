import type { ReactNode } from 'react';

/** A way to a page; `grave` where what stands behind it can't be undone, or stops something. */
export type MenuEntry = { href: string; text: string; grave?: boolean };

type MenuProps = {
  /** The word on the press that opens it. */
  text: ReactNode;
  entries: readonly MenuEntry[];
  /** Whether the press is a word among words, and no button. */
  isWord?: boolean;
  /** Above the entries: what they are about. */
  about?: ReactNode;
  /** Below them, each in an `li`: what is a form. */
  children?: ReactNode;
};

/** What is done seldom, behind one word; it opens without a script, and closes by Escape or a press elsewhere with one. */
export function Menu({ text, entries, isWord = false, about, children }: MenuProps) {
  return (
    <details className="menu">
      <summary className={isWord ? undefined : 'btn'}>{text}</summary>
      <ul>
        {about && <li className="menu-about">{about}</li>}
        {entries.map(({ href, text: entry, grave }) => (
          <li key={href}>
            <a className={grave ? 'menu-grave' : undefined} href={href}>
              {entry}
            </a>
          </li>
        ))}
        {children}
      </ul>
    </details>
  );
}
