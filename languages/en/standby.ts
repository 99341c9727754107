import type { StandbyTexts } from '../texts/standby.ts';
import { counted } from '../plural.ts';

export const standby: StandbyTexts = {
  title: 'Standby',
  standsBy: 'Stands by for',
  nobody: 'No other server',
  itsStandby: 'Its standby',
  takenOver: (standby) => `${standby} has taken over`,
  takenOverText: 'This server runs nothing until its standby has stopped: say “standby” there, or retire it.',
  daysLeft: counted('en', {
    one: 'One day of takeovers is left, of 30 in any 365.',
    other: '# days of takeovers are left, of 30 in any 365.',
  }),
  takeovers: 'Takeovers',
  since: 'From',
  until: 'To',
  running: 'still running',
  holdsNothing:
    'A standby holds nothing of its own: when it takes over, it runs what the server that it stands by for has.',
  overlap: 'Both could run',
  hours: counted('en', { one: '# hour', other: '# hours' }),
  whileItRuns:
    'If it has taken over, it may run on where it is: all days that are left count as used then. Say “standby” there first, where that can be done.',
};
