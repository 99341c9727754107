import type { EmergencyView, Left } from '../../services/emergencies/emergencies.ts';
import { unitIn } from '../../domain/catalogue/catalogue.ts';
import { capacityIn } from '../../languages/index.ts';
import { InstantText } from '../format.tsx';
import { Page } from '../layout.tsx';
import { NumberField, Select, TextField } from '../parts/form/fields.tsx';
import { FormActions } from '../parts/form/form-actions.tsx';
import { Form } from '../parts/form/form.tsx';
import { Name } from '../parts/said/name.tsx';
import { Notice } from '../parts/said/notice.tsx';
import { useReader, useTexts } from '../reader.ts';

/** An application of which an emergency can be declared, with the most that it grants, in units. */
export type Choice = { application: string; name: string; most: number };

/** What somebody has typed so far. */
export type Typed = { application: string; capacity: string; reason: string };

export const LONGEST_REASON = 200;

type EmergencyPageProps = {
  customer: { id: string; name: string };
  choices: readonly Choice[];
  left: Left;
  typed: Typed;
  why: string | null;
  emergencies: readonly EmergencyView[];
  /** Whether the reader may see their orders. */
  opens: boolean;
};

/** The first press: of what, how much and why, with how many are left. */
export function EmergencyPage({ customer, choices, left, typed, why, emergencies, opens }: EmergencyPageProps) {
  const { language } = useReader();
  const { emergencies: texts } = useTexts();
  const back = `/customers/${customer.id}`;
  const most = ({ name, most: granted }: Choice) => `${name} (${texts.most(capacityIn(language, granted, null))})`;
  const words = Object.fromEntries(choices.map((choice) => [choice.application, most(choice)]));
  const isOpen = left.left > 0 && choices.length > 0;
  return (
    <Page title={texts.title} back={{ href: back, text: customer.name }}>
      {why !== null && <Notice kind="danger" title={why} />}
      <p className="text-secondary">{texts.introduction}</p>
      <p>
        {left.nextAt === null
          ? texts.left(left.left, language.format.number(left.left))
          : texts.usedUp(language.format.instant(left.nextAt))}
      </p>
      {choices.length === 0 && <p>{texts.nothingOwned}</p>}
      {isOpen && (
        <Form className="card mb-3">
          <div className="card-body">
            <Select
              name="application"
              label={texts.application}
              value={typed.application}
              options={choices.map(({ application }) => application)}
              words={words}
            />
            <NumberField name="capacity" label={texts.capacity} value={typed.capacity} />
            <TextField
              name="reason"
              label={texts.reason}
              value={typed.reason}
              maxLength={LONGEST_REASON}
              help={texts.reasonHelp}
              required
            />
          </div>
          <FormActions button={texts.next} back={back} />
        </Form>
      )}
      <Declared {...{ emergencies, opens }} />
    </Page>
  );
}

/** All emergencies, for the vendor. */
export function AllEmergenciesPage({ emergencies }: { emergencies: readonly EmergencyView[] }) {
  const { emergencies: texts } = useTexts();
  return (
    <Page title={texts.declared}>
      <Declared emergencies={emergencies} opens named />
    </Page>
  );
}

type DeclaredProps = { emergencies: readonly EmergencyView[]; opens: boolean; named?: boolean };

function Declared({ emergencies, opens, named = false }: DeclaredProps) {
  const { language, catalogue } = useReader();
  const { emergencies: texts } = useTexts();
  if (emergencies.length === 0) return <p className="text-secondary">{texts.nobody}</p>;
  return (
    <section {...(!named && { 'aria-labelledby': 'declared' })}>
      {!named && <h2 id="declared">{texts.declared}</h2>}
      <ul className="list-group">
        {emergencies.map(({ order, customer, application, capacity, reason, endsOn, declaredAt }) => (
          <li key={order} className="list-group-item">
            {opens ? (
              <a href={`/orders/${order}`}>
                <bdi>{order}</bdi>
              </a>
            ) : (
              <bdi>{order}</bdi>
            )}
            {named && (
              <>
                {' '}
                <Name>{customer.name}</Name>
              </>
            )}
            <div>
              {capacityIn(language, capacity, unitIn(catalogue, application))}{' '}
              <bdi>{catalogue.get(application)?.name ?? application}</bdi>, {texts.until(language.format.day(endsOn))}
            </div>
            <div className="text-secondary">
              <InstantText at={declaredAt} /> · <bdi dir="auto">{reason}</bdi>
            </div>
          </li>
        ))}
      </ul>
    </section>
  );
}
