import { expect, test } from '@jest/globals';
import { checkDays } from '../../../admin/days-check.ts';
import { mendDrifting } from '../../../admin/days-mend.ts';
import { POLICY } from '../../../domain/policy.ts';
import { boundariesOf } from '../../../domain/catalogue/terms.ts';
import { orderWorkflowId, renewSignal } from '../../../temporal/contract.ts';
import { anOrder } from '../../support/api/api.ts';
import { openWorld } from '../../support/api/world.ts';

const HOUR_MS = 3_600_000;

test('orders with instants of an older time zone database are computed anew by their workflows, once', async () => {
  const world = await openWorld();
  const em = () => world.database.orm.em.fork();
  const mend = () => mendDrifting({ ...world.deps, orm: world.database.orm }, '2026z');
  try {
    const numbers: string[] = [];
    for (const count of [1, 2, 3]) {
      const order = anOrder({
        customer: { ...anOrder().customer, timeZone: 'Europe/Rome' },
        lines: [{ application: 'call-recording', capacity: count, license: 'subscription', endsOn: '2099-12-31' }],
      });
      await world.deliver(order);
      numbers.push(order.number);
    }
    // Two were renewed by an older database, whose midnights are an hour late.
    for (const number of numbers.slice(0, 2)) {
      const at = boundariesOf('2100-12-31', 'Europe/Rome', POLICY);
      const late = Object.entries(at).map(([name, value]) => [
        name,
        typeof value === 'number' ? value + HOUR_MS : value,
      ]);
      const renewal = { reference: 'R-1', contentHash: 'R-1', endsOn: '2100-12-31', inZone: 'Europe/Rome' };
      await world.deps.temporal.workflow
        .getHandle(orderWorkflowId(number))
        .signal(renewSignal, { ...renewal, boundaries: Object.fromEntries(late) as typeof at, at: Date.now() });
    }
    for (const number of numbers.slice(0, 2))
      await world.until(async () => (await checkDays(em())).includes(`${number} line 1 (Europe/Rome): until`));
    const named = await checkDays(em());
    expect(named).toContain(
      `${numbers[0]} line 1 (Europe/Rome): until 2101-01-01T00:00:00.000Z, today 2100-12-31T23:00:00.000Z`,
    );
    expect(named).not.toContain(numbers[2]);

    expect(await mend()).toEqual({ mended: numbers.slice(0, 2).sort(), left: [] });
    expect(await checkDays(em())).toMatch(/^Every boundary/);
    expect(await mend()).toEqual({ mended: [], left: [] });
    const { items } = (await world.call('GET', `/v1/orders/${numbers[0]}/events`)).body;
    expect(items.at(-1)).toMatchObject({
      ...{ type: 'time-zone-changed', timeZone: 'Europe/Rome', formerTimeZone: 'Europe/Rome', by: 'operator' },
      reference: 'time-zone-database/2026z/2',
    });
    const kept = await em().execute('select terms from lines where order_number = ?', [numbers[0]]);
    expect(kept).toMatchObject([{ terms: { until: boundariesOf('2100-12-31', 'Europe/Rome', POLICY).until } }]);
  } finally {
    await world.close();
  }
});
