import { expect, test } from '@jest/globals';
import entries from '../../domain/catalogue.json' with { type: 'json' };
import { CATALOGUE, UNITS } from '../../domain/catalogue.ts';

const applications = [...CATALOGUE.values()];

test('every application counts its capacity in a unit that exists', () => {
  expect(applications.filter(({ unit }) => !UNITS.includes(unit))).toEqual([]);
});

test('what an application requires, or takes its capacity from, is in the catalogue', () => {
  const named = applications.flatMap(({ requires, capacityFrom }) => [
    ...requires,
    ...(capacityFrom ? [capacityFrom] : []),
  ]);
  expect(named.filter((key) => !CATALOGUE.has(key))).toEqual([]);
});

test('an application has the unit of the one its capacity comes from', () => {
  const differing = applications.filter(
    ({ capacityFrom, unit }) => capacityFrom && CATALOGUE.get(capacityFrom)?.unit !== unit,
  );
  expect(differing).toEqual([]);
});

test('every entry has a key of its own, and stands where the vendor listed it', () => {
  expect([...CATALOGUE.keys()]).toEqual(entries.map(({ key }) => key));
});
