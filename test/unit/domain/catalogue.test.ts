import fc from 'fast-check';
import { describe, expect, test } from '@jest/globals';
import entries from '../../../domain/catalogue/catalogue.json' with { type: 'json' };
import { catalogueIn, inSequence, nameIn, unitIn, whyNotSold } from '../../../domain/catalogue/catalogue.ts';
import { readCatalogue } from '../../../domain/catalogue/catalogue-file.ts';
import { CATALOGUE } from '../../support/domain/catalogue.ts';

function mistakesIn(content: unknown): string[] {
  const mistakes: string[] = [];
  readCatalogue(content, (mistake) => mistakes.push(mistake));
  return mistakes;
}

const FAX = { key: 'digital-fax', name: 'Digital Fax', unit: 'channels' };
const VOICE = { key: 'voicemail', name: 'Voicemail', unit: 'users' };

test('the catalogue that comes with the product is one, in the sequence of its file', () => {
  expect(mistakesIn(entries)).toEqual([]);
  expect([...CATALOGUE.keys()]).toEqual(entries.map(({ key }) => key));
});

test('an entry is called by its name in the reader’s language, and by the one of all others where it has none there', () => {
  const catalogue = readCatalogue([{ ...FAX, names: { it: 'Fax digitale', ar: 'الفاكس الرقمي' } }, VOICE], () => {});
  const named = (locale: string) => [...catalogue.keys()].map((key) => nameIn(catalogueIn(catalogue, locale), key));
  expect(named('it-CH')).toEqual(['Fax digitale', 'Voicemail']);
  expect(named('ar')).toEqual(['الفاكس الرقمي', 'Voicemail']);
  expect(named('en')).toEqual(['Digital Fax', 'Voicemail']);
  expect(catalogueIn(CATALOGUE, 'it')).toBe(CATALOGUE);
});

describe('a file is no catalogue', () => {
  test.each([
    ['when it is no list', { applications: [FAX] }, 'list'],
    ['when it is empty', [], 'at least one'],
    ['when an entry is a text', ['digital-fax'], 'entry 1: it must be an object'],
    ['when a field is unknown', [{ ...FAX, price: 3 }], 'unknown, price'],
    ['when a key has a blank', [{ ...FAX, key: 'digital fax' }], 'entry 1: key'],
    ['when a name is blank', [FAX, { ...VOICE, name: ' ' }], 'entry 2: name'],
    ['when a name is of no language', [{ ...FAX, names: { Italian: 'Fax' } }], 'names must have'],
    ['when a name in a language is none', [{ ...FAX, names: { it: '' } }], 'names must have'],
    ['when a unit is none', [{ ...FAX, unit: 'lines' }], 'unit must be one of users'],
    ['when a flag is a text', [{ ...FAX, retired: 'yes' }], 'retired must be'],
    ['when no units are free for tests, and it says so', [{ ...FAX, testUnits: 0 }], 'testUnits must be'],
    ['when parts of units are free for tests', [{ ...FAX, testUnits: 1.5 }], 'testUnits must be'],
    ['when a key stands twice', [FAX, FAX], 'digital-fax twice'],
    ['when it requires what is not there', [{ ...FAX, requires: ['telex'] }], 'requires telex'],
    ['when an application requires itself', [{ ...FAX, requires: ['digital-fax'] }], 'requires digital-fax'],
    ['when capacity comes from what is not there', [{ ...FAX, capacityFrom: 'telex' }], 'capacity from telex'],
    ['when capacity comes from another unit', [FAX, { ...VOICE, capacityFrom: 'digital-fax' }], 'in users'],
  ])('%s', (_, content, sentence) => {
    expect(mistakesIn(content)).toEqual([expect.stringContaining(sentence)]);
  });

  test('and every mistake is told at once', () => {
    expect(mistakesIn([{ ...FAX, unit: 'lines', name: 1 }, VOICE, VOICE])).toHaveLength(3);
  });

  test('whatever it holds, reading it answers', () => {
    fc.assert(fc.property(fc.jsonValue(), (content) => void mistakesIn(content)));
  });
});

test('what is retired has its name and unit for ever, and is sold no more', () => {
  const catalogue = readCatalogue([{ ...FAX, retired: true }, VOICE], () => {});
  expect([nameIn(catalogue, 'digital-fax'), unitIn(catalogue, 'digital-fax')]).toEqual(['Digital Fax', 'channels']);
  expect(whyNotSold(catalogue, 'digital-fax')).toContain('sold no more');
  expect(whyNotSold(catalogue, 'voicemail')).toBeNull();
});

test('what the catalogue has lost is called by its key, and stands last', () => {
  expect([nameIn(CATALOGUE, 'telex'), unitIn(CATALOGUE, 'telex')]).toEqual(['telex', null]);
  expect(inSequence(CATALOGUE, ['telex', 'voicemail', 'fax-machine', 'digital-fax'])).toEqual([
    ...['digital-fax', 'voicemail', 'fax-machine', 'telex'],
  ]);
});
