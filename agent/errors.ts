/** Something an administrator can act on: the message says what happened and what to do. */
export class AppSuiteError extends Error {}

/** The cloud answered with a refusal that has a stable code. */
export class RefusedError extends AppSuiteError {
  readonly code: string;

  constructor(code: string, message: string) {
    super(message);
    this.code = code;
  }
}

/** The cloud could not be reached, or could not answer now: the same call can be made again later. */
export class UnreachableError extends AppSuiteError {}
