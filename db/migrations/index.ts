import { Tables } from './0001-tables.ts';
import { Attempts } from './0002-attempts.ts';
import { StandingOfSellers } from './0003-standing.ts';
import { Bounds } from './0005-bounds.ts';
import { Retention } from './0007-retention.ts';
import { ServerNames } from './0008-server-names.ts';
import { MoreInAnOrder } from './0011-more-in-an-order.ts';
import { ChangesOfOrders } from './0012-changes-of-orders.ts';
import { Editions } from './0013-editions.ts';
import { Places } from './0016-places.ts';
import { NoticesOfChanges } from './0017-notices-of-changes.ts';
import { Finding } from './0018-finding.ts';
import { Feed } from './0019-feed.ts';
import { Keys } from './0020-keys.ts';
import { Batches } from './0021-batches.ts';
import { Webhooks } from './0022-webhooks.ts';
import { SecondLooks } from './0023-second-looks.ts';
import { SayingAndAdvisories } from './0025-saying-and-advisories.ts';
import { Pairings } from './0026-pairings.ts';
import { Standby } from './0027-standby.ts';
import { TestUnits } from './0028-test-units.ts';
import { Renewals } from './0030-renewals.ts';

/** Every version of the database, oldest first; one that has been released is never changed. */
export const MIGRATIONS = [
  { name: '0001-tables', class: Tables },
  { name: '0002-attempts', class: Attempts },
  { name: '0003-standing', class: StandingOfSellers },
  { name: '0005-bounds', class: Bounds },
  { name: '0007-retention', class: Retention },
  { name: '0008-server-names', class: ServerNames },
  { name: '0011-more-in-an-order', class: MoreInAnOrder },
  { name: '0012-changes-of-orders', class: ChangesOfOrders },
  { name: '0013-editions', class: Editions },
  { name: '0016-places', class: Places },
  { name: '0017-notices-of-changes', class: NoticesOfChanges },
  { name: '0018-finding', class: Finding },
  { name: '0019-feed', class: Feed },
  { name: '0020-keys', class: Keys },
  { name: '0021-batches', class: Batches },
  { name: '0022-webhooks', class: Webhooks },
  { name: '0023-second-looks', class: SecondLooks },
  { name: '0025-saying-and-advisories', class: SayingAndAdvisories },
  { name: '0026-pairings', class: Pairings },
  { name: '0027-standby', class: Standby },
  { name: '0028-test-units', class: TestUnits },
  { name: '0030-renewals', class: Renewals },
];
