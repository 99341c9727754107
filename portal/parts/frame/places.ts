import type { Viewer } from '../../../services/accounts/sessions.ts';
import { useReader, useTexts } from '../../reader.ts';

type Place = { href: string; text: string };

/** Where a reader goes every day, in the order of the bar. */
export function usePlaces({ account }: Viewer): readonly (Place & { isHere: boolean })[] {
  const { url } = useReader();
  const { activity, estate, frame, orders, licenses, renewals, todo } = useTexts();
  const ends = { href: '/renewals', text: renewals.title };
  const own = [{ href: `/customers/${account.id}`, text: licenses.title }, ends];
  const sold = [
    { href: '/customers', text: frame.customers },
    { href: '/orders', text: orders.title },
    ends,
    { href: '/servers', text: estate.title },
  ];
  const places = [
    { href: '/', text: todo.title },
    ...(account.kind === 'customer' ? own : sold),
    { href: '/activity', text: activity.title },
  ];
  return places.map((place) => ({ ...place, isHere: isUnder(url, place.href) }));
}

/** Where the vendor alone goes, behind one word. */
export function useVendorPlaces({ account }: Viewer): readonly Place[] {
  const { emergencies, advisories, account: accounts, batches, brand } = useTexts();
  if (account.kind !== 'vendor') return [];
  return [
    { href: '/accounts', text: accounts.all.title },
    { href: '/batches', text: batches.title },
    { href: '/advisories', text: advisories.all },
    { href: '/emergencies', text: emergencies.declared },
    { href: '/settings', text: brand.title },
  ];
}

function isUnder(url: string, href: string): boolean {
  const [path = ''] = url.split('?');
  return path === href || (href !== '/' && path.startsWith(`${href}/`));
}
