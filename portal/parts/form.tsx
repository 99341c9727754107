import type { ReactNode } from 'react';

/** A form that changes something. */
export function Form({ action, className, children }: { action?: string; className?: string; children: ReactNode }) {
  return (
    <form method="post" action={action} className={className}>
      {children}
    </form>
  );
}
