import { expect, test } from '@jest/globals';
import { LONGEST_PACKED, pack, unpack } from '../../../portal/session/packed-form.ts';
import { refill } from '../../../portal/session/refill.ts';

const PAGE = '/customers/acme/servers?tab=2';
const form = (inner: string, action = 'action="/customers/acme/servers"') =>
  `<form method="post" ${action}>${inner}</form>`;
const filled = (html: string, fields: Record<string, string[]>) =>
  refill(html, { page: PAGE, action: '/customers/acme/servers', fields });

test.each<[string, string, Record<string, string[]>, string]>([
  ['a text, escaped', '<input type="text" name="a" value="old"/>', { a: ['"<&\''] }, 'value="&quot;&lt;&amp;&#x27;"'],
  ['a hidden version, as it was', '<input type="hidden" name="v" value="9"/>', { v: ['7'] }, 'value="7"'],
  ['a long text', '<textarea name="a" rows="3">old</textarea>', { a: ['line\n$& 2'] }, '>\nline\n$&amp; 2</textarea>'],
  [
    'a choice',
    '<select name="a"><option value="x" selected="">X</option><option value="y">Y</option></select>',
    { a: ['y'] },
    '<option value="x">X</option><option value="y" selected="">Y</option>',
  ],
  ['a mark that was set', '<input type="checkbox" name="a" value="1"/>', { a: ['1'] }, 'value="1" checked=""/>'],
  ['a mark that was taken away', '<input type="checkbox" name="a" value="1" checked=""/>', { b: ['1'] }, 'value="1"/>'],
  [
    'fields of one name, in turn',
    '<input name="a" value=""/><input name="a" value=""/>',
    { a: ['1', '2'] },
    '<input name="a" value="1"/><input name="a" value="2"/>',
  ],
  ['no file', '<input type="file" name="a"/>', { a: ['x'] }, '<input type="file" name="a"/>'],
])('a form has again what was typed: %s', (_what, inner, fields, written) => {
  expect(filled(form(inner), fields).html).toContain(written);
});

test('only the form that is sent to the same path is filled, the one with most of the fields, also where it names no path', () => {
  const one = form('<input name="a" value=""/>');
  const more = form('<input name="a" value=""/><input name="b" value=""/>', '');
  const other = form('<input name="a" value=""/><input name="b" value=""/>', 'action="/elsewhere"');
  const { html } = filled(other + one + more, { a: ['1'], b: ['2'] });
  expect(html).toBe(other + one + form('<input name="a" value="1"/><input name="b" value="2"/>', ''));
});

test('what has no field any more is told, but for buttons and ids', () => {
  const fields = { gone: ['typed'], press: ['save'], request: ['6f1c9f2e-6a53-4a0e-9d0c-0d8f6a6f3b11'], empty: [' '] };
  expect(filled(form('<button name="press" value="save">Save</button>'), fields).left).toEqual(['typed']);
  expect(filled('<p>No form</p>', { a: ['typed'] })).toEqual({ html: '<p>No form</p>', left: ['typed'] });
});

test('what is carried comes back as it was, leads to no other site, and is bounded', () => {
  const kept = { page: PAGE, action: '/customers/acme/servers', fields: { a: ['é', '2'] }, leftOut: true };
  const url = 'https://licensing.example';
  expect(unpack(pack(kept)!, url)).toEqual(kept);
  expect(unpack(pack({ ...kept, page: '//evil.example/', action: 'https://evil.example' })!, url)).toMatchObject({
    page: '/',
    action: '/',
  });
  const noise = Array.from({ length: 60_000 }, (_, index) =>
    String.fromCodePoint(0x100 + ((index * 7919) % 40_000)),
  ).join('');
  expect(pack({ ...kept, fields: { a: [noise] } })).toBeNull();
  for (const broken of ['', 'AAAA', 'x'.repeat(LONGEST_PACKED + 1)]) expect(unpack(broken, url)).toBeNull();
});
