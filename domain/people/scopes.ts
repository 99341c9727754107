/**
 * What a key can be limited to. `:read` reads, `:write` changes, and neither includes the other; what a change answers is part
 * of it. Servers and their lives are read by `licenses:read`, Activation Tokens, webhooks and keys by their `:write`.
 */
export const SCOPES = [
  'orders:read',
  'orders:write',
  'licenses:read',
  'servers:write',
  'accounts:read',
  'accounts:write',
  'events:read',
  'webhooks:write',
  'keys:write',
  'advisories:write',
] as const;
export type Scope = (typeof SCOPES)[number];

/** What a caller is limited to; null is all that its account may. */
export type Scopes = readonly Scope[] | null;

/** Whether who is so limited may do what takes that scope. What names none is for those who are not limited. */
export function isWithin(scopes: Scopes, scope: Scope | undefined): boolean {
  return scopes === null || (scope !== undefined && scopes.includes(scope));
}
