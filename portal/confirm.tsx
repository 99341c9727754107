import type { ReactNode } from 'react';
import { Page } from './layout.tsx';
import { FormActions } from './parts/form/form-actions.tsx';
import { Form } from './parts/form/form.tsx';
import { Notice } from './parts/said/notice.tsx';

type ConfirmProps = {
  title: string;
  back: { href: string; text: string };
  /** What follows, in the order in which it does. */
  consequences: readonly string[];
  /** Why the last attempt did not succeed. */
  failure?: string | null;
  button: string;
  children?: ReactNode;
};

/** The second press: says what follows, and does it. */
export function ConfirmPage({ title, back, consequences, failure, button, children }: ConfirmProps) {
  return (
    <Page title={title} back={back}>
      {failure && <Notice kind="danger" title={failure} />}
      <Form className="card">
        <div className="card-body">
          <ul className="m-0">
            {consequences.map((consequence) => (
              <li key={consequence}>{consequence}</li>
            ))}
          </ul>
          {children}
        </div>
        <FormActions button={button} back={back.href} />
      </Form>
    </Page>
  );
}
