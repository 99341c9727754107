/** The part of autocannon that is used here; the package has no types. */
declare module 'autocannon' {
  export type Request = { path: string; headers: Record<string, string> };
  export type Client = { setRequests: (requests: Request[]) => void };
  export type Result = {
    requests: { total: number };
    duration: number;
    /** Milliseconds. */
    latency: { p99: number };
    statusCodeStats: Record<string, { count?: number }>;
    errors: number;
  };
  function autocannon(options: {
    url: string;
    connections: number;
    duration?: number;
    amount?: number;
    /** Seconds that an answer may take. */
    timeout?: number;
    setupClient: (client: Client) => void;
  }): Promise<Result>;
  export { autocannon as default };
}
