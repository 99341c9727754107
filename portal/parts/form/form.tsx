import type { ReactNode } from 'react';
import { FORM_OF } from '../../form.ts';
import { useReader } from '../../reader.ts';

type FormProps = {
  action?: string;
  className?: string;
  /** Whether a file can be chosen in it. */
  files?: boolean;
  children: ReactNode;
};

/** A form that changes something. */
export function Form({ action, className, files = false, children }: FormProps) {
  const { formOf } = useReader();
  return (
    <form method="post" action={action} className={className} encType={files ? 'multipart/form-data' : undefined}>
      {formOf !== null && <input type="hidden" name={FORM_OF} value={formOf} />}
      {children}
    </form>
  );
}
