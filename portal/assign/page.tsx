import { Page } from '../layout.tsx';
import { FormActions } from '../parts/form-actions.tsx';
import { Form } from '../parts/form.tsx';
import { useReader, useTexts } from '../reader.ts';
import { Quantity } from '../format.tsx';
import type { Subject } from './list-choices.ts';
import { fieldOf, type Choice, type Filled, type NewServerWish } from './capacity-form.ts';
import { ChoiceField } from './capacity-field.tsx';
import { WhatHappened } from './not-all-done.tsx';
import { NewServer } from './new-server-fields.tsx';

export type AssignPageProps = {
  customer: { id: string; name: string };
  /** The application that is assigned to servers, or the server that is given applications. */
  subject: Subject;
  choices: readonly Choice[];
  filled: Filled;
  newServer: NewServerWish;
  /** Under which name the form asks; see `attemptAfter`. */
  attempt: string;
};

/** Sets how much of an application each server has, or what a server has of each application. */
export function AssignPage({ customer, subject, choices, filled, newServer, attempt }: AssignPageProps) {
  const { assign } = useTexts();
  const back =
    subject.kind === 'server'
      ? { href: `/customers/${customer.id}/servers/${subject.id}`, text: subject.name }
      : { href: `/customers/${customer.id}`, text: customer.name };
  return (
    <Page
      title={subject.kind === 'server' ? assign.toServer(subject.name) : assign.application(subject.name)}
      back={back}
    >
      <WhatHappened filled={filled} choices={choices} />
      {subject.kind === 'server' && choices.length === 0 ? (
        <NothingToAssign customer={customer.id} />
      ) : (
        <Fields {...{ customer, subject, choices, filled, newServer, attempt }} back={back.href} />
      )}
    </Page>
  );
}

function Fields({ customer, subject, choices, filled, newServer, attempt, back }: AssignPageProps & { back: string }) {
  const { assign } = useTexts();
  return (
    <Form className="card" action={`/customers/${customer.id}/assign`}>
      <input type="hidden" name="attempt" value={attempt} />
      <input type="hidden" name={subject.kind} value={subject.kind === 'server' ? subject.id : subject.key} />
      <input type="hidden" name="key" value={newServer.key} />
      <div className="card-body">
        {subject.kind === 'application' && <Free subject={subject} />}
        {choices.map((choice) => (
          <ChoiceField
            key={fieldOf(choice)}
            choice={choice}
            pool={subject.kind === 'application' ? subject.key : choice.application}
            typed={filled.typed[`set:${fieldOf(choice)}`]}
            outcome={filled.outcomes[fieldOf(choice)]}
          />
        ))}
        {subject.kind === 'application' && (
          <NewServer
            wish={newServer}
            pool={subject.key}
            free={subject.free}
            unit={subject.unit}
            open={choices.length === 0}
            outcome={filled.outcomes.new}
          />
        )}
      </div>
      <FormActions button={assign.save} back={back} />
    </Form>
  );
}

/** A server that there is nothing for: what has to happen before. */
function NothingToAssign({ customer }: { customer: string }) {
  const { assign, licenses } = useTexts();
  return (
    <>
      <p>{assign.nothingToAssign}</p>
      <p>{assign.nothingToAssignNext}</p>
      <a className="btn btn-primary action" href={`/customers/${customer}`}>
        {licenses.title}
      </a>
    </>
  );
}

/** What is free, which a script keeps true while capacities are typed. */
function Free({ subject }: { subject: Extract<Subject, { kind: 'application' }> }) {
  const { texts, locale } = useReader().language;
  const { assign, words } = texts;
  const forms = JSON.stringify(subject.unit === null ? { other: '#' } : words.units[subject.unit].forms);
  return (
    <p className="fs-3">
      {assign.free}{' '}
      <strong>
        <output data-free={subject.free} data-pool={subject.key} data-forms={forms} data-locale={locale}>
          <Quantity value={subject.free} unit={subject.unit} />
        </output>
      </strong>
    </p>
  );
}
