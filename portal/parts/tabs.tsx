import { NumberText } from '../format.tsx';

/** A part of an object, at an address of its own; how many there are, where that is worth knowing. */
export type Tab = { href: string; text: string; count?: number };

type TabsProps = {
  /** What they are parts of, for who listens. */
  label: string;
  tabs: readonly Tab[];
  /** The address of the one that is open. */
  current: string;
};

/** The parts of an object, as links: they work without a script, and Back goes back. */
export function Tabs({ label, tabs, current }: TabsProps) {
  return (
    <nav aria-label={label}>
      <ul className="tabs">
        {tabs.map(({ href, text, count }) => (
          <li key={href}>
            <a className="tab" href={href} aria-current={href === current ? 'page' : undefined}>
              {text}
              {count !== undefined && (
                <span className="count">
                  <NumberText value={count} />
                </span>
              )}
            </a>
          </li>
        ))}
      </ul>
    </nav>
  );
}
