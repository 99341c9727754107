/** Drawings of Tabler's icon set (MIT), 24 by 24, as paths to be stroked. */
const PATHS = {
  alert: [
    'M12 9v4',
    'M10.4 3.6 2.3 17.1a1.9 1.9 0 0 0 1.6 2.9h16.2a1.9 1.9 0 0 0 1.6-2.9L13.6 3.6a1.9 1.9 0 0 0-3.2 0z',
    'M12 16h.01',
  ],
  back: ['M5 12h14', 'M5 12l6 6', 'M5 12l6-6'],
  ban: ['M3 12a9 9 0 1 0 18 0a9 9 0 1 0-18 0', 'M5.7 5.7l12.6 12.6'],
  check: ['M5 12l5 5L20 7'],
  clock: ['M3 12a9 9 0 1 0 18 0a9 9 0 0 0-18 0', 'M12 7v5l3 3'],
  copy: [
    'M9 9h9a2 2 0 0 1 2 2v7a2 2 0 0 1-2 2h-7a2 2 0 0 1-2-2z',
    'M15 9V6a2 2 0 0 0-2-2H6a2 2 0 0 0-2 2v7a2 2 0 0 0 2 2h3',
  ],
  lock: ['M5 13a2 2 0 0 1 2-2h10a2 2 0 0 1 2 2v6a2 2 0 0 1-2 2H7a2 2 0 0 1-2-2z', 'M8 11V7a4 4 0 1 1 8 0v4'],
  mail: ['M3 7a2 2 0 0 1 2-2h14a2 2 0 0 1 2 2v10a2 2 0 0 1-2 2H5a2 2 0 0 1-2-2z', 'M3 7l9 6 9-6'],
  off: ['M5 12h.01', 'M9 12h6', 'M19 12h.01'],
  plug: ['M9.8 6 18 14.3l-2.7 2.6a5.8 5.8 0 1 1-8.2-8.2z', 'M4 20l3.5-3.5', 'M15 4l-3.5 3.5', 'M20 9l-3.5 3.5'],
  plus: ['M12 5v14', 'M5 12h14'],
  server: [
    'M3 7a3 3 0 0 1 3-3h12a3 3 0 0 1 3 3v2a3 3 0 0 1-3 3H6a3 3 0 0 1-3-3z',
    'M3 15a3 3 0 0 1 3-3h12a3 3 0 0 1 3 3v2a3 3 0 0 1-3 3H6a3 3 0 0 1-3-3z',
    'M7 8v.01',
    'M7 16v.01',
  ],
  unlock: ['M5 13a2 2 0 0 1 2-2h10a2 2 0 0 1 2 2v6a2 2 0 0 1-2 2H7a2 2 0 0 1-2-2z', 'M8 11V6a4 4 0 0 1 8 0'],
} as const;

export type IconName = keyof typeof PATHS;

/** A drawing beside a word that says the same: screen readers pass over it. */
export function Icon({ name }: { name: IconName }) {
  return (
    <svg
      className="icon"
      viewBox="0 0 24 24"
      width="20"
      height="20"
      fill="none"
      stroke="currentColor"
      aria-hidden="true"
    >
      {PATHS[name].map((path) => (
        <path key={path} d={path} />
      ))}
    </svg>
  );
}
