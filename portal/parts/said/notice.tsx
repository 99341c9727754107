import type { ReactNode } from 'react';
import { Icon, type IconName } from './icon.tsx';

const KINDS = {
  success: { className: 'notice state-good', icon: 'check' },
  info: { className: 'notice state-info', icon: 'clock' },
  warning: { className: 'notice state-warning', icon: 'alert' },
  danger: { className: 'notice state-danger', icon: 'alert' },
} as const satisfies Record<string, { className: string; icon: IconName }>;

type NoticeProps = { kind: keyof typeof KINDS; title: ReactNode; text?: string; children?: ReactNode };

/** Says what happened, or what is wrong, and what follows. */
export function Notice({ kind, title, text, children }: NoticeProps) {
  const { className, icon } = KINDS[kind];
  return (
    <div className={className} role={kind === 'danger' ? 'alert' : 'status'}>
      <Icon name={icon} />
      <div>
        <h2>{title}</h2>
        {text && <div>{text}</div>}
        {children}
      </div>
    </div>
  );
}
