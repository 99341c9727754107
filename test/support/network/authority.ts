import { generateKeyPairSync, sign, type KeyObject } from 'node:crypto';

const DAY_MS = 86_400_000;

/** What a server shows, in PEM. */
export type Issued = { key: string; cert: string };

/** A certificate authority as a network has one of its own: X.509 in DER (RFC 5280), as far as servers need it. */
export function anAuthority(name: string) {
  const own = generateKeyPairSync('ec', { namedCurve: 'P-256' });
  const made = (subject: string, key: KeyObject, extensions: Buffer[], from: number, to: number) =>
    certificate({ issuer: name, subject, key, extensions, from, to, by: own.privateKey });
  const isAuthority = sequence(oid('551d13'), der(0x01, bytes('ff')), der(0x04, sequence(der(0x01, bytes('ff')))));
  const [from, to] = [Date.now() - DAY_MS, Date.now() + 30 * DAY_MS];
  return {
    cert: made(name, own.publicKey, [isAuthority], from, to),

    /** A certificate for a name, from and to those days from now. */
    issue(host: string, days: [number, number] = [-1, 30]): Issued {
      const pair = generateKeyPairSync('ec', { namedCurve: 'P-256' });
      const names = sequence(oid('551d11'), der(0x04, sequence(der(0x82, Buffer.from(host)))));
      const [begins, ends] = days.map((day) => Date.now() + day * DAY_MS) as [number, number];
      const key = pair.privateKey.export({ format: 'pem', type: 'pkcs8' }).toString();
      return { key, cert: made(host, pair.publicKey, [names], begins, ends) };
    },
  };
}

type About = {
  issuer: string;
  subject: string;
  key: KeyObject;
  extensions: Buffer[];
  from: number;
  to: number;
  by: KeyObject;
};

let serial = 0;

function certificate({ issuer, subject, key, extensions, from, to, by }: About): string {
  const algorithm = sequence(oid('2a8648ce3d040302'));
  serial += 1;
  const content = sequence(
    der(0xa0, der(0x02, bytes('02'))),
    der(0x02, Buffer.from([serial])),
    algorithm,
    nameOf(issuer),
    sequence(time(from), time(to)),
    nameOf(subject),
    key.export({ format: 'der', type: 'spki' }),
    der(0xa3, sequence(...extensions)),
  );
  const signature = der(0x03, bytes('00'), sign('sha256', content, by));
  const lines = sequence(content, algorithm, signature)
    .toString('base64')
    .match(/.{1,64}/g)!;
  return `-----BEGIN CERTIFICATE-----\n${lines.join('\n')}\n-----END CERTIFICATE-----\n`;
}

function nameOf(text: string): Buffer {
  return sequence(der(0x31, sequence(oid('550403'), der(0x0c, Buffer.from(text)))));
}

/** UTCTime, to the second. */
function time(epochMs: number): Buffer {
  const digits = new Date(epochMs).toISOString().replace(/\D/g, '').slice(2, 14);
  return der(0x17, Buffer.from(`${digits}Z`));
}

const bytes = (hex: string) => Buffer.from(hex, 'hex');
const oid = (hex: string) => der(0x06, bytes(hex));
const sequence = (...parts: Buffer[]) => der(0x30, ...parts);

function der(tag: number, ...parts: Buffer[]): Buffer {
  const content = Buffer.concat(parts);
  const { length } = content;
  const size = length < 0x80 ? [length] : length < 0x100 ? [0x81, length] : [0x82, length >> 8, length & 0xff];
  return Buffer.concat([Buffer.from([tag, ...size]), content]);
}
