import { NumberText } from '../../format.tsx';
import type { Tone } from '../said/badge.tsx';

/** A way to the same thing seen otherwise: how many there are, and how urgent they are, where that is worth knowing. */
export type Choice = { href: string; text: string; count?: number; tone?: Tone };

export type ChoicesProps = {
  /** What they are choices of, for who listens. */
  label: string;
  choices: readonly Choice[];
  /** The address of the one that is open. */
  current: string;
};

type Look = { list: string; one: string; here: 'page' | 'true' };

/** Choices as links, one of them open: they work without a script, and Back goes back. */
export function Choices({ label, choices, current, list, one, here }: ChoicesProps & Look) {
  return (
    <nav aria-label={label}>
      <ul className={list}>
        {choices.map(({ href, text, count, tone }) => (
          <li key={href}>
            <a className={one} href={href} aria-current={href === current ? here : undefined}>
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
