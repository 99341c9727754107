import type { PairingState } from '../../domain/pairing.ts';

/** Entering the code that a machine shows, and giving it a server. */
export type PairingTexts = {
  title: string;
  /** Where somebody enters a code from other pages. */
  open: string;
  introduction: string;
  code: string;
  codeHelp: string;
  wrongCode: string;
  next: string;
  machineTitle: string;
  /** That nobody but the machine says so. */
  machineSays: string;
  hostname: string;
  version: string;
  address: string;
  yourAddress: string;
  sameNetwork: string;
  otherNetwork: string;
  unnamed: string;
  /** What has to be so before anything is given. */
  onScreen: string;
  onScreenMissing: string;
  customer: string;
  customerHelp: string;
  noCustomers: string;
  server: string;
  serverMissing: string;
  noServers: string;
  /** Beside a server that something is not assigned to yet. */
  holdsNothing: string;
  assign: string;
  runsElsewhere: string;
  approve: string;
  refuse: string;
  refuseText: string;
  replaceTitle: (server: string) => string;
  replaceConsequences: readonly string[];
  replaceButton: string;
  states: Record<Exclude<PairingState, 'pending'> | 'activated' | 'over', string>;
  /** In front of why a machine could not become the server. */
  failed: string;
  toServer: string;
  again: string;
};
