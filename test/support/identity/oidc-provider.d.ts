/** As far as tests use it: it comes without types. */
declare module 'oidc-provider' {
  import type { RequestListener } from 'node:http';

  export const Provider: new (
    issuer: string,
    configuration: object,
  ) => {
    callback(): RequestListener;
    on(event: 'server_error', told: (context: unknown, error: unknown) => void): void;
  };
}
