import type { OfflineExchange, ServerCommand, ServerEvent } from '../../../domain/server/server.ts';
import { request, share } from './server-language.ts';

/** The first request of a machine, for the five attendant consoles that the server holds. */
function exchange(fingerprint: string, about: Partial<OfflineExchange>): OfflineExchange {
  const said = {
    document: 'document 1',
    requestHash: 'request 1',
    lines: [share(5)],
    response: 'signed',
    basedOn: 3,
    needOnline: [],
  };
  return { ...request(fingerprint), ...said, ...about };
}

export function offlineExchange(fingerprint: string, about: Partial<OfflineExchange> = {}): ServerCommand {
  return { type: 'go-offline', ...exchange(fingerprint, about) };
}

/** What an exchange leads to. */
export function goneOffline(fingerprint: string, about: Partial<OfflineExchange> = {}): ServerEvent {
  const { basedOn: _basedOn, needOnline: _needOnline, ...said } = exchange(fingerprint, about);
  return { type: 'offline-activated', ...said };
}
