const DISK_FULL = /ENOSPC|no space left|database or disk is full/i;

/** What a program said when it failed, followed by what to do when its words tell the cause. */
export function withRemedy(words) {
  return DISK_FULL.test(words) ? `${words}\nThe disk is full: free about 2 GB and start again.` : words;
}
