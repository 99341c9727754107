const DISK_FULL = /ENOSPC|no space left|database or disk is full/i;

/** Whether a program's words say that the disk is full. */
export function isDiskFull(words) {
  return DISK_FULL.test(words);
}

/** What a program said when it failed, followed by what to do when its words tell the cause. */
export function withRemedy(words) {
  return isDiskFull(words) ? `${words}\nThe disk is full: free about 2 GB and start again.` : words;
}
