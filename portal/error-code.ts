/** What the services refuse, by its code; see `services/problems/problems.ts`. Empty for what nobody expected. */
export function codeOf(error: unknown): string {
  return error instanceof Error && 'code' in error ? String(error.code) : '';
}
