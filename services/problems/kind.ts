/**
 * What a code means to a caller: HTTP status, a title, and a sentence that says what to do. `retryAfterSeconds` marks what
 * goes better later: such an answer is never kept as the final one of a key.
 */
export type ProblemKind = { status: number; title: string; detail: string; retryAfterSeconds?: number };
