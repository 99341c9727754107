import type { Token } from '../../domain/server/server.ts';
import { keptOfToken, tokenOf } from '../../secrets/activation-token.ts';
import type { RepairRun } from './deps.ts';

/** What is stored of the tokens of a server. */
export function keptOf({ secretKeys }: Pick<RepairRun, 'secretKeys'>, server: string) {
  return (token: Token) => keptOfToken(tokenOf(secretKeys, server, token));
}
