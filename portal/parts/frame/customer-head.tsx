import { maySeePeople, maySeeServers, type CustomerFacts } from '../../../domain/people/permissions.ts';
import type { Viewer } from '../../../services/accounts/sessions.ts';
import type { PageHeadProps } from './page-head.tsx';
import { useReader, useTexts } from '../../reader.ts';

export type CustomerTab = 'overview' | 'licenses' | 'servers' | 'orders' | 'activity' | 'people';

/** What a reader sees of a customer: its servers with standing alone, its people where it is their account's or the vendor's to see. */
export type CustomerSight = { servers: boolean; people: boolean };

/** The same by what is known of the customer. */
export function sightOfParts(viewer: Viewer, facts: CustomerFacts): CustomerSight {
  return { servers: maySeeServers(viewer, facts), people: maySeePeople(viewer, facts) };
}

const ADDRESSES: Record<CustomerTab, (id: string) => string> = {
  overview: (id) => `/customers/${id}`,
  licenses: (id) => `/customers/${id}/licenses`,
  servers: (id) => `/customers/${id}/servers`,
  orders: (id) => `/customers/${id}/orders`,
  activity: (id) => `/customers/${id}/activity`,
  people: (id) => `/accounts/${id}/people`,
};

/** The head of a customer's pages: the way to them, and its parts, each with an address. */
export function useCustomerHead(
  { id, name }: { id: string; name: string },
  current: CustomerTab,
  sees: CustomerSight,
): Pick<PageHeadProps, 'title' | 'back' | 'tabs'> {
  const { objects, frame } = useTexts();
  const { viewer } = useReader();
  const isSeen = (tab: CustomerTab) => (tab === 'servers' || tab === 'people' ? sees[tab] : true);
  const tabs = (Object.keys(ADDRESSES) as CustomerTab[]).filter(isSeen);
  return {
    title: name,
    back: viewer?.account.kind === 'customer' ? undefined : { href: '/customers', text: frame.customers },
    tabs: {
      current: ADDRESSES[current](id),
      all: tabs.map((tab) => ({ href: ADDRESSES[tab](id), text: objects.tabs[tab] })),
    },
  };
}

/** The pages above one of a customer's: its list, unless that is the reader itself, the customer, and the part of it. */
export function useCustomerTrail(
  customer: { id: string; name: string },
  tab: 'servers' | 'orders',
): PageHeadProps['back'] {
  const { objects, frame } = useTexts();
  const { viewer } = useReader();
  return [
    ...(viewer?.account.kind === 'customer' ? [] : [{ href: '/customers', text: frame.customers }]),
    { href: ADDRESSES.overview(customer.id), text: customer.name },
    { href: ADDRESSES[tab](customer.id), text: objects.tabs[tab] },
  ];
}
