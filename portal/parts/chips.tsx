import { NumberText } from '../format.tsx';
import type { Tone } from './badge.tsx';

/** A filter of one press; `tone` marks how urgent what it leaves is. */
export type Chip = { href: string; text: string; count?: number; tone?: Tone };

type ChipsProps = {
  /** What they filter, for who listens. */
  label: string;
  chips: readonly Chip[];
  /** The address of the one that is chosen. */
  current: string;
};

/** Filters of one press, as links, with how many each leaves. */
export function Chips({ label, chips, current }: ChipsProps) {
  return (
    <nav aria-label={label}>
      <ul className="chips">
        {chips.map(({ href, text, count, tone }) => (
          <li key={href}>
            <a className="chip" href={href} aria-current={href === current ? 'true' : undefined}>
              {tone && <span className={`state-dot state-${tone}`} />}
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
