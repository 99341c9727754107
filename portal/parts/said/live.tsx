import type { ReactNode } from 'react';
import { useReader } from '../../reader.ts';

/** Stands for what a page is like until it is known; see `answerPage`. */
export const TAG_PLACEHOLDER = 'TAG-OF-THIS-PAGE';

/**
 * A part of a page that follows what others, timers and servers change: it asks for its own page again, and is answered
 * with nothing while nothing has changed. What a reader has opened or typed stays.
 */
export function Live({ everySeconds = 15, children }: { everySeconds?: number | undefined; children: ReactNode }) {
  const { url } = useReader();
  const follow = {
    'hx-get': url,
    'hx-trigger': `every ${everySeconds}s, seen from:body`,
    'hx-select': '#live',
    'hx-target': 'this',
    'hx-swap': 'outerMorph',
    'hx-ptag': TAG_PLACEHOLDER,
  };
  return (
    <div id="live" {...follow}>
      {children}
    </div>
  );
}
