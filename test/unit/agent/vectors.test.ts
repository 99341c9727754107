import { expect, test } from '@jest/globals';
import { expectKept } from '../../support/kept-file.ts';
import { vectors } from '../../vectors/index.ts';

const files = Object.entries(vectors());

test.each(files)('docs/vectors/%s is what the product makes (WRITE_DOCS=1 rewrites it)', (name, content) => {
  expectKept(`docs/vectors/${name}`, `${JSON.stringify(content, null, 1)}\n`);
});

test('the documents among the vectors are refused for every reason there is', () => {
  const { 'documents.json': documents } = Object.fromEntries(files) as { 'documents.json': { verdict: string }[] };
  const signers = [
    'uncertified',
    'unknown-root',
    'unknown-key',
    'bad-signature',
    'outside-certificate',
    'withdrawn-key',
  ];
  const reasons = ['malformed', 'wrong-type', ...signers, 'wrong-issuer', 'wrong-server'];
  const verdicts = [...reasons, 'wrong-mode', 'wrong-machine', 'over', 'older', 'good'];
  expect(new Set(documents.map(({ verdict }) => verdict))).toEqual(new Set(verdicts));
});
