/**
 * What a code means to whoever hears it: the HTTP status of RFC 9110 that says the same, a title, and a sentence that says
 * what to do. `retryAfterSeconds` marks what goes better later: such an answer is never kept as the final one of a key.
 */
export type RefusalKind = { status: number; title: string; detail: string; retryAfterSeconds?: number };
