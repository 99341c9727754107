import type { Viewer } from '../../services/accounts/sessions.ts';
import { useReader, useTexts } from '../reader.ts';

type Place = { href: string; text: string };

/** Where a reader goes every day, in the order of the bar. */
export function usePlaces({ account }: Viewer): readonly (Place & { isHere: boolean })[] {
  const { url } = useReader();
  const { frame, orders, licenses } = useTexts();
  const own = [{ href: `/customers/${account.id}`, text: licenses.title }];
  const sold = [
    { href: '/customers', text: frame.customers },
    { href: '/orders', text: orders.title },
  ];
  const places = account.kind === 'customer' ? own : sold;
  return places.map((place) => ({ ...place, isHere: isUnder(url, place.href) }));
}

/** Where the vendor alone goes, behind one word. */
export function useVendorPlaces({ account }: Viewer): readonly Place[] {
  const { emergencies } = useTexts();
  return account.kind === 'vendor' ? [{ href: '/emergencies', text: emergencies.declared }] : [];
}

function isUnder(url: string, href: string): boolean {
  const [path = ''] = url.split('?');
  return path === href || (href !== '/' && path.startsWith(`${href}/`));
}
