import { describe, expect, test } from '@jest/globals';
import { isPublic } from '../../../webhooks/addresses.ts';
import { refusedTarget } from '../../../webhooks/target.ts';

const NONE = new Set<string>();

describe('an address of the internet may be sent to', () => {
  test.each(['93.184.216.34', '8.8.8.8', '1.1.1.1', '172.32.0.1', '2606:4700:4700::1111', '2a00:1450:4001:810::200e'])(
    '%s',
    (address) => {
      expect(isPublic(address)).toBe(true);
      const url = `https://${address.includes(':') ? `[${address}]` : address}/hooks`;
      expect(refusedTarget(url, NONE)).toBeNull();
    },
  );
});

/** Hosts as somebody could write them into a URL. */
const REFUSED: [string, string[]][] = [
  ['this machine', ['127.0.0.1', '127.1', '127.255.255.254', '2130706433', '0x7f000001', '017700000001', '0177.0.0.1']],
  [
    'this machine, written otherwise',
    ['0x7f.1', '127.0.1', '①②⑦.⓪.⓪.①', '127。0。0。1', '%31%32%37.0.0.1', '127.0.0.1.'],
  ],
  ['this machine, by IPv6', ['[::1]', '[0:0:0:0:0:0:0:1]', '[::ffff:127.0.0.1]', '[::ffff:7f00:1]', '[::127.0.0.1]']],
  ['no address in particular', ['0.0.0.0', '0', '0.1.2.3', '[::]', '[::ffff:0.0.0.0]']],
  ['private networks', ['10.0.0.1', '10.255.255.255', '172.16.0.1', '172.31.255.255', '192.168.1.1', '0xa000001']],
  [
    'private networks, by IPv6',
    ['[fc00::1]', '[fd12:3456::1]', '[fec0::1]', '[::ffff:10.0.0.1]', '[::ffff:192.168.0.1]'],
  ],
  ['links', ['169.254.0.1', '[fe80::1]', '[febf::1]', '[::ffff:169.254.1.1]']],
  [
    'metadata of clouds',
    ['169.254.169.254', '2852039166', '[fd00:ec2::254]', '100.100.100.200', '192.0.0.192', '168.63.129.16'],
  ],
  ['carriers', ['100.64.0.1', '100.127.255.255']],
  ['IPv4 behind NAT64', ['[64:ff9b::7f00:1]', '[64:ff9b::10.0.0.1]', '[64:ff9b:1::7f00:1]', '[64:ff9b::5db8:d822]']],
  [
    'IPv4 behind 6to4, Teredo and translators',
    ['[2002:7f00:1::]', '[2002:a00:1::1]', '[2001:0:7f00:1::]', '[::ffff:0:7f00:1]'],
  ],
  ['many receivers', ['224.0.0.1', '239.255.255.255', '[ff02::1]', '255.255.255.255']],
  [
    'what is reserved',
    ['240.0.0.1', '192.0.2.1', '198.18.0.1', '198.51.100.1', '203.0.113.7', '[2001:db8::1]', '[100::1]', '[4000::1]'],
  ],
];

describe('nothing is sent to', () => {
  test.each(REFUSED)('%s', (_what, hosts) => {
    for (const host of hosts)
      expect([host, refusedTarget(`https://${host}/hooks`, NONE)]).toEqual([host, 'ADDRESS_NOT_PUBLIC']);
  });

  test.each([
    ['http://example.com/hooks', 'HTTPS_REQUIRED'],
    ['http://93.184.216.34/', 'HTTPS_REQUIRED'],
    ['ftp://example.com/', 'NO_ADDRESS'],
    ['file:///etc/passwd', 'NO_ADDRESS'],
    ['https://', 'NO_ADDRESS'],
    ['example.com/hooks', 'NO_ADDRESS'],
    ['https://user:password@example.com/', 'USER_IN_ADDRESS'],
    ['https://user@example.com/', 'USER_IN_ADDRESS'],
    ['https://[fe80::1%25eth0]/', 'NO_ADDRESS'],
    ['https:example.com/', 'NO_ADDRESS'],
    ['https:/example.com/', 'NO_ADDRESS'],
    ['https://example.com\\@example.net/', 'NO_ADDRESS'],
    ['https://example.com/a b', 'NO_ADDRESS'],
    ['https://example.com/\u00a0', 'NO_ADDRESS'],
    ['https://example.com/\u202egnihton', 'NO_ADDRESS'],
    ['https://exam\u00adple.com/', 'NO_ADDRESS'],
    ['https://example.com/\n', 'NO_ADDRESS'],
  ])('%s', (url, refusal) => {
    expect(refusedTarget(url, NONE)).toBe(refusal);
  });
});

test('what is named of private networks may be sent to, however it is written, and nothing beside it', () => {
  const named = new Set(['10.1.2.3', '::1', 'erp.internal']);
  for (const host of ['10.1.2.3', '0x0a010203', '[::1]', '[0::1]', 'erp.internal', 'ERP.internal'])
    expect([host, refusedTarget(`http://${host}:8080/hooks`, named)]).toEqual([host, null]);
  for (const host of ['10.1.2.4', '[::2]', 'other.internal', 'erp.internal.example.com'])
    expect([host, refusedTarget(`http://${host}/hooks`, named)]).toEqual([host, 'HTTPS_REQUIRED']);
});
