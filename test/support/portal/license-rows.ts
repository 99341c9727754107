import type { License } from '../../../portal/services.ts';

const WELL = { state: 'active', severity: 'fine', until: null, daysLeft: null, remedy: null } as const;

/** A row with one line of eight channels of fax, as the API answers it. */
export function licenseRow(changes: Partial<License> = {}): License {
  const care = { level: 'gold' as const, endsOn: '2099-12-31', state: 'active' as const };
  const capacity = { locked: 0, assigned: 3, free: 5 };
  const used = null;
  const days = { startsOn: '2026-11-24', endsOn: null };
  const line = {
    order: 'SO-1',
    status: 'open' as const,
    id: '1',
    reference: null,
    planned: [],
    intent: null,
    delivery: '1',
    application: 'digital-fax',
  };
  return {
    ...{ application: 'digital-fax', name: 'Digital Fax', unit: 'channels', owned: 8, suspended: 0, ...capacity, used },
    ...{ licenses: ['perpetual'], endsOn: null, state: 'active', care },
    ...{ condition: { ...WELL, capacity: 8 }, careCondition: { ...WELL, ...care, capacity: 8 } },
    lines: [
      {
        ...{ ...line, ...capacity, ...days, license: 'perpetual', capacity: 8, state: 'active', care },
        ...{ condition: WELL, careCondition: WELL },
      },
    ],
    ...changes,
  };
}
