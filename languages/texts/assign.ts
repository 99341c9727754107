/** Giving capacity to servers. */
export type AssignTexts = {
  open: string;
  title: string;
  toServer(name: string): string;
  /** What the table of fields is called. */
  matrix: string;
  applicationColumn: string;
  serverColumn: string;
  allApplications: string;
  allServers: string;
  showAll: string;
  capacity: string;
  free: string;
  now: string;
  save: string;
  cancel: string;
  /** A server that is named in the same step; the first, the second. */
  newServer(place: number): string;
  more: string;
  standby: string;
  tooMuch: string;
  nothingToAssign: string;
  nothingToAssignNext: string;
  set: string;
  done: string;
  undo: string;
  undone: string;
  notAll: string;
  notAllText: string;
  notUndone: string;
  notUndoneText: string;
  /** The form made a server, and not all that it was to have could be given. */
  made(server: string): string;
  madeText: string;
  notANumber: string;
  /** Who changed it; null where that is not known. Followed by how long ago. */
  changed(by: string | null): string;
  changedKept: string;
  move: string;
  moveTitle(application: string): string;
  units: string;
  from: string;
  to: string;
  moveButton: string;
  moveSame: string;
  moveTooMany: string;
  moveChanged: string;
  nothingToMove: string;
};

/** The Activation Tokens of servers that wait for them. */
export type TokensTexts = {
  title: string;
  open: string;
  text: string;
  all: string;
  allCopied: string;
  copy(server: string): string;
  copied(server: string): string;
  notCopied: string;
  none: string;
  next: string;
};
