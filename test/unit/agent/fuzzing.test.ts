import { expect, test } from '@jest/globals';
import fc from 'fast-check';
import { readJws } from '../../../agent/documents/jws.ts';
import { judge, type Expected } from '../../../agent/documents/verdict.ts';
import { AppSuiteError } from '../../../agent/errors.ts';
import { responseIn } from '../../../agent/offline/paste.ts';
import { almost, almostLike, anyJson, anyText } from '../../support/any-text.ts';
import { FINGERPRINT, ISSUED, OFFLINE, SERVER, SMALL, URL } from '../../vectors/estate.ts';
import { certificate, CURRENT, ROOT, signed } from '../../vectors/keys.ts';

const EXPECTED: Expected = {
  ...{ roots: [ROOT.kid], least: 0, url: URL, server: SERVER, fingerprint: FINGERPRINT, mode: 'online' },
  ...{ heldIssuedAt: null, clock: null, machineMs: ISSUED },
};
const good = signed(SMALL);

/** An error that an administrator can act on, or none. */
function actionable(work: () => unknown): void {
  try {
    work();
  } catch (error) {
    expect(error).toBeInstanceOf(AppSuiteError);
  }
}

test('whatever text comes as a document, it has a verdict, and only what was signed is good', () => {
  fc.assert(
    fc.property(fc.oneof(anyText, almost(good)), (text) => {
      expect(judge(text, EXPECTED).verdict).not.toBe('good');
    }),
    { numRuns: 2_000 },
  );
});

test('whatever claims the cloud signs by mistake, they have a verdict', () => {
  fc.assert(
    fc.property(fc.oneof(almostLike(SMALL), anyJson), (claims) => {
      const text = signed(claims as object);
      const { verdict } = judge(text, EXPECTED);
      if (verdict === 'good') expect(readJws(text)!.claims).toMatchObject({ iss: URL, sub: SERVER, mode: 'online' });
    }),
    { numRuns: 1_000 },
  );
});

test('whatever a header says, it has a verdict, and no key in it is used', () => {
  const header = { alg: 'EdDSA', typ: 'license+jwt', kid: CURRENT.kid, certificate: CURRENT.certificate };
  fc.assert(
    fc.property(almostLike(header), (changed) => {
      const { verdict } = judge(signed(SMALL, CURRENT, changed), EXPECTED);
      const isAsIs = Object.entries(header).every(
        ([name, value]) => changed[name] === undefined || changed[name] === value,
      );
      expect(verdict === 'good' && !isAsIs).toBe(false);
    }),
    { numRuns: 1_000 },
  );
});

test('whatever somebody pastes, it is a response or a sentence that says what to do', () => {
  fc.assert(
    fc.property(fc.oneof(anyText, almost(signed(OFFLINE))), (pasted) => actionable(() => responseIn(pasted))),
    { numRuns: 2_000 },
  );
});

test('whatever stands where a certificate should, the document has a verdict, and a key is what a trusted root says', () => {
  const claims = { jwk: CURRENT.publicKey, nbf: 0, exp: 9e9, serial: 1, least: 0 };
  const anyCertificate = fc.oneof(
    anyText,
    anyJson,
    almost(CURRENT.certificate),
    almostLike(claims).map((changed) => certificate(CURRENT, changed)),
  );
  fc.assert(
    fc.property(anyCertificate, (text) => {
      const { verdict } = judge(signed(SMALL, CURRENT, { certificate: text }), EXPECTED);
      if (verdict !== 'good') return;
      const { jwk } = readJws(text as string)!.claims as { jwk: object };
      expect(jwk).toMatchObject(CURRENT.publicKey);
    }),
    { numRuns: 2_000 },
  );
});
