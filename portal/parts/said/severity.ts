import type { Severity } from '../../../domain/condition/severity.ts';
import type { Tone } from './badge.tsx';
import type { IconName } from './icon.tsx';

/** How what matters so much looks. */
export const SEVERITY_LOOKS = {
  critical: { tone: 'danger', icon: 'alert' },
  warning: { tone: 'warning', icon: 'clock' },
  notice: { tone: 'info', icon: 'clock' },
  fine: { tone: 'good', icon: 'check' },
  over: { tone: 'quiet', icon: 'ban' },
} as const satisfies Record<Severity, { tone: Tone; icon: IconName }>;
