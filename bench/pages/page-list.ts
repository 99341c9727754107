/** Whose pages are opened, and what of theirs: a reseller, its customer, and an order and a server of that customer. */
export type Reader = { reseller: string; customer: string; order: string; server: string; unlock: string };

/** A page as somebody opens it; `lives` where it asks workflows too, so that an order and a server with a life are opened. */
export type Page = {
  who: 'reseller' | 'customer' | 'vendor' | 'nobody';
  path: (reader: Reader) => string;
  lives?: true;
};

/** Every page that people read, and the vendor's lists, which hold everything. */
export const PAGES: Page[] = [
  { who: 'reseller', path: () => '/' },
  { who: 'customer', path: () => '/' },
  { who: 'vendor', path: () => '/' },
  { who: 'reseller', path: () => '/customers' },
  { who: 'reseller', path: () => '/customers?sort=end' },
  { who: 'reseller', path: ({ customer }) => `/customers/${customer}` },
  { who: 'customer', path: ({ customer }) => `/customers/${customer}` },
  { who: 'reseller', path: ({ customer }) => `/customers/${customer}/assign?application=attendant-console` },
  { who: 'reseller', path: ({ customer, server }) => `/customers/${customer}/servers/${server}`, lives: true },
  { who: 'reseller', path: ({ customer, server }) => `/customers/${customer}/offline?server=${server}`, lives: true },
  { who: 'reseller', path: () => '/orders' },
  { who: 'reseller', path: ({ order }) => `/orders/${order}`, lives: true },
  { who: 'nobody', path: ({ unlock }) => `/unlock/${unlock}`, lives: true },
  { who: 'nobody', path: () => '/sign-in' },
  { who: 'reseller', path: ({ reseller }) => `/accounts/${reseller}/people` },
  { who: 'reseller', path: () => '/sessions' },
  { who: 'reseller', path: () => '/renewals' },
  { who: 'customer', path: () => '/renewals' },
  { who: 'vendor', path: () => '/renewals?ends=90' },
  { who: 'vendor', path: () => '/renewals?ends=expired&application=voicemail' },
  { who: 'vendor', path: () => '/renewals?q=P-777' },
  { who: 'reseller', path: () => '/servers' },
  { who: 'reseller', path: () => '/activity' },
  { who: 'reseller', path: ({ customer }) => `/customers/${customer}/licenses` },
  { who: 'reseller', path: ({ customer }) => `/customers/${customer}/servers` },
  { who: 'reseller', path: ({ customer }) => `/customers/${customer}/orders` },
  { who: 'reseller', path: ({ customer }) => `/customers/${customer}/activity` },
  { who: 'reseller', path: () => '/search?q=customer' },
  { who: 'vendor', path: () => '/search?q=customer' },
  { who: 'vendor', path: () => '/search?q=P-777+customer' },
  { who: 'vendor', path: () => '/search?q=zz' },
  { who: 'vendor', path: () => '/servers' },
  { who: 'vendor', path: () => '/servers?show=silent' },
  { who: 'vendor', path: () => '/servers?q=server-77' },
  { who: 'vendor', path: () => '/activity' },
  { who: 'vendor', path: () => '/customers' },
  { who: 'vendor', path: () => '/customers?sort=name' },
  { who: 'vendor', path: () => '/customers?q=customer-77' },
  { who: 'vendor', path: () => '/orders' },
  { who: 'vendor', path: () => '/orders?q=P-777' },
  { who: 'vendor', path: () => '/orders?q=zz' },
];
