import { Fragment } from 'react';
import { Page } from '../layout.tsx';
import { Held } from '../parts/said/held.tsx';
import { Form } from '../parts/form/form.tsx';
import { FormActions } from '../parts/form/form-actions.tsx';
import { Name } from '../parts/said/name.tsx';
import { NumberField, Select } from '../parts/form/fields.tsx';
import { Notice } from '../parts/said/notice.tsx';
import { useTexts } from '../reader.ts';

/** A server between which units can move, with what it has of the application. */
export type Holder = { server: string; name: string; held: number };

/** What was typed; `request` makes it happen once, however often the form is sent. */
export type Typed = { from: string; to: string; units: string; request: string };

type MovePageProps = {
  customer: { id: string; name: string };
  application: { key: string; name: string };
  holders: readonly Holder[];
  typed: Typed;
  /** Why the last attempt did not succeed. */
  failure: string | null;
};

/** Moves units of an application from one server to another. */
export function MovePage({ customer, application, holders, typed, failure }: MovePageProps) {
  const { assign } = useTexts();
  const back = `/customers/${customer.id}/assign`;
  const givers = holders.filter(({ held }) => held > 0);
  const words = Object.fromEntries(holders.map(({ server, name }) => [server, name]));
  const isPossible = givers.length > 0 && holders.length > 1;
  return (
    <Page title={assign.moveTitle(application.name)} back={{ href: back, text: assign.title }}>
      {failure !== null && <Notice kind="danger" title={failure} />}
      {!isPossible ? (
        <p>{assign.nothingToMove}</p>
      ) : (
        <Form className="card" action={`/customers/${customer.id}/move?application=${application.key}`}>
          <input type="hidden" name="request" value={typed.request} />
          {holders.map(({ server, held }) => (
            <input key={server} type="hidden" name={`held:${server}`} value={held} />
          ))}
          <div className="card-body">
            <dl className="facts mb-3">
              {holders.map(({ server, name, held }) => (
                <Fragment key={server}>
                  <dt>
                    <Name>{name}</Name>
                  </dt>
                  <dd>
                    <Held application={application.key} capacity={held} />
                  </dd>
                </Fragment>
              ))}
            </dl>
            <NumberField name="units" label={assign.units} value={typed.units} />
            <div className="mb-3">
              <Select
                name="from"
                label={assign.from}
                value={typed.from}
                options={givers.map(({ server }) => server)}
                words={words}
              />
            </div>
            <div className="mb-3">
              <Select
                name="to"
                label={assign.to}
                value={typed.to}
                options={holders.map(({ server }) => server)}
                words={words}
              />
            </div>
          </div>
          <FormActions button={assign.moveButton} back={back} />
        </Form>
      )}
    </Page>
  );
}
