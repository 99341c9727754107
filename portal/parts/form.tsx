import type { ReactNode } from 'react';

type FormProps = {
  action?: string;
  className?: string;
  /** Whether a file can be chosen in it. */
  files?: boolean;
  children: ReactNode;
};

/** A form that changes something. */
export function Form({ action, className, files = false, children }: FormProps) {
  return (
    <form method="post" action={action} className={className} encType={files ? 'multipart/form-data' : undefined}>
      {children}
    </form>
  );
}
