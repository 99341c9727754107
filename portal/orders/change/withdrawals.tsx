import { nameIn } from '../../../domain/catalogue/catalogue.ts';
import type { Withdrawal } from '../../../domain/order/facts.ts';
import { asWithdrawal } from '../../../domain/order/offers.ts';
import type { FormBody } from '../../form.ts';
import { isolate } from '../../parts/list/listed.ts';
import { useReader } from '../../reader.ts';
import { Choice } from '../form/field.tsx';
import type { Reading } from '../form/reading.ts';
import { asChange, possible } from './change.ts';

/** Takes a renewal or a cancellation back. */
export const withdraw = asChange<Withdrawal>({
  begin: ({ of }) => ({ '/fact': possible({ of }).at(-1) ?? '' }),
  Fields({ about }) {
    const { orderChanges } = useReader().language.texts;
    const options = possible(about).map((value) => {
      const { kind, reference } = asWithdrawal(value);
      return { value, text: orderChanges.withdrawable[kind](reference) };
    });
    return <Choice name="/fact" label={orderChanges.fields.fact} options={options} />;
  },
  read: (typed) => readOne(typed, '/fact', asWithdrawal),
  state: ({ orderFacts }, number, body, stating) => orderFacts.withdraw(number, body, stating),
});

/** Takes back what is planned and has not happened. */
export const withdrawPlan = asChange<{ plan: string }>({
  begin: ({ of }) => ({ '/plan': possible({ of })[0] ?? '' }),
  Fields({ about }) {
    const { language, catalogue } = useReader();
    const { orders, orderChanges, words } = language.texts;
    const plans = about.order.lines.flatMap(({ application, planned }) =>
      planned.map(({ id: value, on, capacity, reference }) => {
        const what = capacity === undefined ? orders.plannedEnd : orders.plannedCapacity;
        const units = capacity === undefined ? '' : `: ${language.format.number(capacity)}`;
        const day = language.format.day(on);
        const name = isolate(nameIn(catalogue, application));
        return { value, text: `${name}${words.comma} ${what} ${day}${units} (${isolate(reference)})` };
      }),
    );
    return <Choice name="/plan" label={orderChanges.fields.plan} options={plans} />;
  },
  read: (typed) => readOne(typed, '/plan', (plan) => ({ plan })),
  state: ({ orderFacts }, number, { plan }, stating) => orderFacts.withdrawPlan(number, plan, stating),
  isSaidBy: (event, { plan }) => event.type === 'plan-withdrawn' && event.plan === plan,
});

/** What was chosen; what was withdrawn since stays chosen, and is refused by its own rule. */
function readOne(typed: FormBody, name: string, bodyOf: (id: string) => Record<string, unknown>): Reading {
  const id = typed[name] ?? '';
  return { body: bodyOf(id), wrong: id === '' ? new Map([[name, 'missing']]) : new Map() };
}
