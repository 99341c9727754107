import { existsSync, readdirSync, readFileSync } from 'node:fs';
import { dirname, join, normalize } from 'node:path';
import { expect, test } from '@jest/globals';

const DECISIONS = 'docs/decisions';

const pages = ['.', 'clients/typescript', 'docs', DECISIONS, 'test/fixtures/appsuite-2026', 'test/verifier'].flatMap(
  (folder) =>
    readdirSync(folder)
      .filter((file) => file.endsWith('.md'))
      .map((file) => join(folder, file)),
);
const read = (page: string) => readFileSync(page, 'utf8');

/** The anchors of a page, as GitHub derives them from headings: letters, digits, hyphens and underscores, with hyphens for blanks. */
function anchorsOf(page: string): string[] {
  const headings = [...read(page).matchAll(/^#+ (.*)$/gm)].map(([, heading]) => heading!);
  return headings.map((heading) =>
    heading
      .replace(/\[([^\]]*)\]\([^)]*\)/g, '$1')
      .toLowerCase()
      .replace(/[^\p{L}\p{N}\-_ ]/gu, '')
      .replaceAll(' ', '-'),
  );
}

/** Where the links of a page lead that leave neither the repository nor its text. */
function targetsOf(page: string): { link: string; file: string; anchor: string | undefined }[] {
  const links = [...read(page).matchAll(/\]\(([^)\s]+)\)/g)].map(([, link]) => link!);
  return links
    .filter((link) => !/^[a-z]+:/.test(link))
    .map((link) => {
      const [path, anchor] = link.split('#', 2);
      return { link, file: path ? normalize(join(dirname(page), path)) : page, anchor };
    });
}

const isThere = (file: string, anchor: string | undefined) =>
  existsSync(file) && (anchor === undefined || !file.endsWith('.md') || anchorsOf(file).includes(anchor));

test.each(pages)('what %s links to is there', (page) => {
  const lost = targetsOf(page).filter(({ file, anchor }) => !isThere(file, anchor));
  expect(lost.map(({ link }) => link)).toEqual([]);
});

test('decisions are listed in their order, each once', () => {
  const listed = [...read(join(DECISIONS, 'README.md')).matchAll(/^\| \[(\d+)\]\(([^)]+)\)/gm)];
  expect(listed.map(([, , file]) => file)).toEqual(
    readdirSync(DECISIONS)
      .filter((file) => file !== 'README.md')
      .sort(),
  );
  expect(listed.every(([, number, file]) => file!.startsWith(`${number}-`))).toBe(true);
});
