import type { SuspendedShare } from '../../../db/queries/pages/servers.ts';
import { unitIn } from '../../../domain/catalogue/catalogue.ts';
import { NumberText, Quantity } from '../../format.tsx';
import { useCatalogue, useTexts } from '../../reader.ts';
import type { Server } from '../../services.ts';
import { SuspendedBadge } from './states.tsx';

/** What a server has of an application, in units. */
export function heldBy({ assignments }: Server, application: string): number {
  return assignments.find((one) => one.application === application)?.capacity ?? 0;
}

/** Capacity of an application in its units. */
export function Held({ application, capacity }: { application: string; capacity: number }) {
  return <Quantity value={capacity} unit={unitIn(useCatalogue(), application)} />;
}

/** How much of it is in use, where the server says so; nothing else. */
export function InUse({ used }: { used: number | null }) {
  const { licenses } = useTexts();
  if (used === null) return null;
  return (
    <span className="text-secondary text-nowrap">
      {' · '}
      {licenses.used} <NumberText value={used} />
    </span>
  );
}

type SuspendedProps = { suspended: readonly SuspendedShare[]; server: string; application: string };

/** How much of what a server has of an application it may not use, as its order is suspended; nothing else. */
export function Suspended({ server, application, suspended }: SuspendedProps) {
  const share = suspended.find((one) => one.server === server && one.application === application);
  if (!share) return null;
  return (
    <SuspendedBadge>
      <Held application={application} capacity={share.capacity} />
    </SuspendedBadge>
  );
}
