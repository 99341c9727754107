import { signJws } from '../../agent/documents/jws.ts';
import { FINGERPRINT, ISSUED, OFFLINE, SERVER, URL } from './estate.ts';
import { SERVER_KEY, signed } from './keys.ts';

const iat = ISSUED / 1000;
const TOKEN = '7K3QX-9W2MB-T4RVN-0Z8HC-J5YDE';

/** What a server signs: for each its header, claims, and the text, which Ed25519 makes the same each time. */
export function signedByServer() {
  const { publicKey, jwk } = SERVER_KEY;
  const checkIn = { iss: SERVER, aud: URL, iat, exp: iat + 120, jti: '5c1f0d52-0000-4000-8000-000000000001' };
  const saying = { ver: '2026.Winter.2-hotfix3', host: 'pbx-1', use: { 'attendant-console': 12, 'digital-fax': 0 } };
  const request = { token: TOKEN, fingerprint: FINGERPRINT, version: '2026.Autumn.1', publicKey, iat };
  const giveBack = { iss: SERVER, fingerprint: FINGERPRINT, doc: OFFLINE.jti, iat: iat + 60 };
  return [
    { name: 'the first check-in', header: {}, claims: checkIn },
    { name: 'a check-in with the last number', header: {}, claims: { ...checkIn, chk: 'Qk3vN0pZ' } },
    { name: 'a check-in that says more of itself', header: {}, claims: { ...checkIn, ...saying } },
    { name: 'leaving', header: {}, claims: { ...checkIn, act: 'leave' } },
    { name: 'waiting', header: {}, claims: { ...checkIn, act: 'wait' } },
    { name: 'an offline request', header: { typ: 'offline-request+jwt' }, claims: { ...request, jti: 'request-1' } },
    { name: 'a return', header: { typ: 'offline-return+jwt' }, claims: { ...giveBack, jti: 'return-1' } },
  ].map(({ name, header: extra, claims }) => {
    const header = { alg: 'EdDSA' as const, ...extra };
    return { name, header, claims, text: signJws(header, claims, jwk) };
  });
}

/** What people paste, and the string that is in it. */
export function pastes() {
  const response = signed(OFFLINE);
  const lines = response.match(/.{1,76}/g)!;
  return [
    { name: 'as it came', pasted: response },
    { name: 'in lines of 76', pasted: lines.join('\r\n') },
    { name: 'with spaces around', pasted: `  \t${response}\n\n` },
    { name: 'quoted in an e-mail', pasted: lines.map((line) => `> ${line}`).join('\n') },
    { name: 'quoted twice', pasted: lines.map((line) => `>> ${line}`).join('\n') },
    { name: 'in quotation marks', pasted: `"${response}"` },
    { name: 'in typographic quotation marks', pasted: `“${response}”` },
    { name: 'with spaces that take no room', pasted: lines.join('\u200b') },
  ].map((paste) => ({ ...paste, text: response }));
}
