import type { ReactNode } from 'react';
import { Icon, type IconName } from './icon.tsx';

export type Tone = 'good' | 'info' | 'warning' | 'danger' | 'quiet';

const COLORS: Record<Tone, string> = {
  good: 'state state-good',
  info: 'state state-info',
  warning: 'state state-warning',
  danger: 'state state-danger',
  quiet: 'state state-quiet',
};

/** A state in color, drawing and word, so that no one of them is needed. */
export function Badge({ tone, icon, children }: { tone: Tone; icon: IconName; children: ReactNode }) {
  return (
    <span className={COLORS[tone]}>
      <Icon name={icon} /> {children}
    </span>
  );
}
