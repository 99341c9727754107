import type { Counted } from '../plural.ts';

/** Emergencies: declaring one in two presses, and which there were. */
export type EmergenciesTexts = {
  title: string;
  introduction: string;
  application: string;
  capacity: string;
  most: (quantity: string) => string;
  reason: string;
  reasonHelp: string;
  incomplete: string;
  next: string;
  /** How many may be declared, and from when on another one. */
  left: Counted;
  usedUp: (instant: string) => string;
  nothingOwned: string;
  confirm: {
    title: string;
    grants: (quantity: string, application: string, lastDay: string) => string;
    ends: string;
    vendor: string;
    left: Counted;
    button: string;
  };
  declared: string;
  nobody: string;
  until: (lastDay: string) => string;
};
