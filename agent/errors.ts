/** Something an administrator can act on: the message says what happened and what to do. */
export class AppSuiteError extends Error {}

/** The cloud answered with a refusal that has a stable code; check-ins also hear what time it is there. */
export class RefusedError extends AppSuiteError {
  readonly code: string;
  readonly serverTimeMs: number | null;

  constructor(code: string, message: string, serverTimeMs: number | null = null) {
    super(message);
    this.code = code;
    this.serverTimeMs = serverTimeMs;
  }
}

/** The cloud could not be reached, or could not answer now: the same call can be made again later. */
export class UnreachableError extends AppSuiteError {
  readonly retryAfterSeconds: number | null;

  constructor(message: string, retryAfterSeconds: number | null = null) {
    super(message);
    this.retryAfterSeconds = retryAfterSeconds;
  }
}
