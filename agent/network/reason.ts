/** Codes of Node for a certificate whose authority is not known. */
export const UNKNOWN_AUTHORITY: readonly string[] = [
  'SELF_SIGNED_CERT_IN_CHAIN',
  'DEPTH_ZERO_SELF_SIGNED_CERT',
  'UNABLE_TO_GET_ISSUER_CERT',
  'UNABLE_TO_GET_ISSUER_CERT_LOCALLY',
  'UNABLE_TO_VERIFY_LEAF_SIGNATURE',
];

/** Codes of Node for a certificate that does not hold now. */
export const OTHER_TIME: readonly string[] = ['CERT_HAS_EXPIRED', 'CERT_NOT_YET_VALID'];

type NetworkError = Error & { code?: string; statusCode?: number; reason?: string };

/** Why nothing came back, in a few words. No credentials are in it. */
export function reasonOf(error: unknown, timeoutMs: number): string {
  const { name, code = '', statusCode, message } = error as NetworkError;
  if (name === 'AbortError' || name === 'TimeoutError') return `no answer within ${Math.round(timeoutMs / 1000)} s`;
  if (code === 'ERR_PROXY_TUNNEL') return proxyReason(statusCode);
  if (UNKNOWN_AUTHORITY.includes(code))
    return 'its certificate is of an authority that is not known here: where the network looks into connections, give that authority by --ca';
  if (OTHER_TIME.includes(code)) return "its certificate does not hold now: check this machine's clock";
  if (code === 'ERR_TLS_CERT_ALTNAME_INVALID') return 'its certificate is for another name';
  return message || code || 'the connection failed';
}

function proxyReason(status: number | undefined): string {
  if (status === undefined) return 'the proxy ended the connection';
  if (status === 407) return 'the proxy asks for a user and a password that it knows: give them by --proxy-credentials';
  return `the proxy does not let it through, HTTP ${status}`;
}
