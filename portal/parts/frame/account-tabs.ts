import {
  mayManageKeys,
  mayManageSignIn,
  mayManageWebhooks,
  maySeeAccountEvents,
  maySeeSellers,
  type AccountKind,
} from '../../../domain/people/permissions.ts';
import { useTexts, useViewer } from '../../reader.ts';
import type { PageHeadProps } from './page-head.tsx';

export type AccountTab = '' | '/people' | '/sign-in' | '/keys' | '/webhooks' | '/mails' | '/sellers';

/** The places of an account that its reader may go to, each with an address, and which of them is open. */
export function useAccountTabs(account: { id: string; kind: AccountKind }, open: AccountTab): PageHeadProps['tabs'] {
  const viewer = useViewer();
  const { account: texts, frame, sellers, mails, identity } = useTexts();
  const address = `/accounts/${account.id}`;
  const places: [AccountTab, string, boolean][] = [
    ['', texts.overview, true],
    ['/people', frame.people, true],
    ['/sign-in', identity.title, mayManageSignIn(viewer, account)],
    ['/keys', texts.keys.title, mayManageKeys(viewer, account)],
    ['/webhooks', texts.webhooks.title, mayManageWebhooks(viewer, account)],
    ['/mails', mails.title, maySeeAccountEvents(viewer, account)],
    ['/sellers', sellers.title, account.kind === 'customer' && maySeeSellers(viewer, account)],
  ];
  const all = places.flatMap(([path, text, may]) => (may ? [{ href: `${address}${path}`, text }] : []));
  return { current: `${address}${open}`, all };
}
