const DISK_FULL = /ENOSPC|no space left|database or disk is full/i;

/** What to do about what programs say when they fail. */
const REMEDIES = [
  [DISK_FULL, 'The disk is full: free about 2 GB and start again.'],
  [
    /could not look up effective user ID/,
    'PostgreSQL does not run as a user that the machine has no name for: start as one that it has, or set DATABASE_URL to a PostgreSQL of your own.',
  ],
];

/** Whether a program's words say that the disk is full. */
export function isDiskFull(words) {
  return DISK_FULL.test(words);
}

/** What a program said when it failed, followed by what to do when its words tell the cause. */
export function withRemedy(words) {
  const remedy = REMEDIES.find(([cause]) => cause.test(words))?.[1];
  return remedy ? `${words}\n${remedy}` : words;
}
