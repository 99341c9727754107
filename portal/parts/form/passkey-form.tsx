import type { ReactNode } from 'react';
import { Form } from './form.tsx';

type PasskeyFormProps = {
  action: string;
  /** Whether one is made, or used. */
  act: 'create' | 'get';
  /** What the browser is asked, as WebAuthn writes it in JSON. */
  options: object;
  button: string;
  /** Said where the browser or its person refuses. */
  failed: string;
  /** Whether the browser also offers passkeys in a field of the page that asks for an address. */
  inField?: boolean;
  className?: string;
  children?: ReactNode;
};

/** A form that a passkey answers: hidden until a script finds that the browser has any (portal.js). */
export function PasskeyForm({ action, act, options, button, failed, inField = false, ...rest }: PasskeyFormProps) {
  const { className, children } = rest;
  return (
    <div
      hidden
      className={className}
      data-passkey={act}
      data-options={JSON.stringify(options)}
      data-failed={failed}
      data-in-field={inField || undefined}
    >
      <Form action={action}>
        {children}
        <input type="hidden" name="answer" />
        <button type="submit" className="btn action">
          {button}
        </button>
        <p className="mt-2 mb-0" role="status" data-passkey-says />
      </Form>
    </div>
  );
}
