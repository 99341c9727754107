import type { WrongPaste } from '../../domain/text/pasted.ts';
import type { ActivationRefusal } from '../../domain/refusal.ts';
import type { ServerState } from '../../domain/server/server.ts';

/** Servers, in lists and on their own pages. */
export type ServersTexts = {
  title: string;
  add: string;
  addTitle: string;
  addButton: string;
  /** The same form made a server before, by another name or role. */
  addedBefore(name: string): string;
  addedBeforeText: string;
  name: string;
  nameHelp: string;
  role: string;
  server: string;
  state: string;
  holds: string;
  holdsNothing: string;
  /** Beside what expired and would come back. */
  kept: string;
  nothing: string;
  silent: string;
  empty: string;
  emptyWithoutLicenses: string;
  life: string;
  steps: Record<Exclude<ServerState, 'retired'>, string>;
  next: Record<Exclude<ServerState, 'retired'>, string>;
  nextOffline: string;
  retiredText: string;
  contact: string;
  lastContact: string;
  nextContact: string;
  /** The same when it should have been. */
  contactOverdue: string;
  never: string;
  version: string;
  mode: string;
  modes: Record<'online' | 'offline', string>;
  id: string;
  actions: string;
  events: string;
  change: string;
  changeButton: string;
  replace: string;
  replaceTitle: string;
  replaceButton: string;
  replaceConsequences: readonly string[];
  /** In front of what an offline server's machine has to do first. */
  offlineFirst: string;
  offlineReturn: string;
  offlineDead: string;
  /** What was given back before a refusal. */
  givenBack(applications: string): string;
  override: string;
  overrideTitle: string;
  overrideReason: string;
  overrideReasonMissing: string;
  overrideButton: string;
  overrideConsequences: readonly string[];
  retire: string;
  retireTitle: string;
  retireButton: string;
  retireConsequences: readonly string[];
};

/** The Activation Token. */
export type TokenTexts = {
  show: string;
  copy: string;
  copied: string;
  notCopied: string;
  issued: string;
  redeemed: string;
  unused: string;
  how: string;
  steps: readonly string[];
  offline: string;
  rotate: string;
  rotateTitle: string;
  rotateButton: string;
  rotateConsequences: readonly string[];
};

/** Activation without a connection, in three steps. */
export type OfflineTexts = {
  title: string;
  /** That what was pasted is not what was asked for; followed by why. */
  unreadable: string;
  wrong: Record<WrongPaste, string>;
  copied: string;
  notCopied: string;
  introduction: string;
  request: string;
  requestHelp: string;
  button: string;
  response: string;
  responseHelp: string;
  copy: string;
  proof: string;
  proofHelp: string;
  proofButton: string;
  returned: string;
};

/** What is wrong with a server, and what to do. By the code of a refusal where there is one. */
export type TroublesTexts = {
  silent: string;
  silentText: string;
  /** With units of what it has: both as `20 operators`. */
  nearlyUsed(application: string, used: string, assigned: string): string;
  nearlyUsedText: string;
  missing(application: string, required: string): string;
  missingText: string;
  refused: Record<ActivationRefusal, string>;
  refusedOther: string;
  remedies: Record<ActivationRefusal, string>;
  replace: string;
  clone: string;
  cloneText: string;
  snapshot: string;
  snapshotText: string;
};
