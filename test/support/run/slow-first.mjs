/** What takes longest begins first, so that no worker is left alone with it at the end. */
const SLOW = [
  'every-page',
  'story',
  'capacity',
  'chaos',
  'spellings',
  'conformance',
  'killed-worker',
  'portal',
  'bounds',
  'commands',
  'three-years',
  'finding',
  'webhooks-life',
  'order-races',
  'activations',
  'image',
];

const rank = ({ path }) => {
  const place = SLOW.findIndex((name) => path.endsWith(`/${name}.test.ts`));
  return place === -1 ? SLOW.length : place;
};

/** The order in which Jest runs test files; the same in every run. */
export default class SlowFirst {
  sort(tests) {
    return tests.toSorted((one, other) => rank(one) - rank(other) || one.path.localeCompare(other.path));
  }

  allFailedTests(tests) {
    return tests;
  }

  cacheResults() {}
}
