import { escapePointer } from '../domain/text/text.ts';
import { invalid, ProblemError } from './problems/problems.ts';

/** Deeper than anything that is taken here, and far from where a stack ends. */
const DEEPEST = 16;

/** Texts, with the colon behind those that name a field, and what opens, parts and closes. */
const SIGNS = /"(?:[^"\\]|\\.)*"(\s*:)?|[{}[\],]/g;

/** What is open at a place: an object with the names it has had, or a list; `at` is the name or number of what is read in it. */
type Open = { names: Set<string> | null; at: string | number };

/**
 * Reads JSON in which every name stands once: readers differ in which of two counts (RFC 8259, section 4).
 * Problems: MALFORMED_BODY; INVALID_REQUEST, with the pointer, for a name given twice or `__proto__`, and for what is too deep.
 */
export function parseJson(text: string): unknown {
  const value = parse(text);
  const wrong = wrongNameIn(text);
  if (wrong) throw invalid([wrong]);
  return value;
}

function parse(text: string): unknown {
  try {
    return JSON.parse(text);
  } catch {
    throw new ProblemError('MALFORMED_BODY');
  }
}

function wrongNameIn(json: string): { pointer: string; message: string } | null {
  const open: Open[] = [];
  for (const [sign, isName] of json.matchAll(SIGNS)) {
    const inner = open.at(-1);
    if (open.length > DEEPEST) return { pointer: pointerTo(open.slice(0, -1)), message: 'is nested too deeply' };
    if (sign === '{') open.push({ names: new Set(), at: '' });
    else if (sign === '[') open.push({ names: null, at: 0 });
    else if (sign === '}' || sign === ']') open.pop();
    else if (sign === ',' && typeof inner?.at === 'number') inner.at += 1;
    else if (isName && inner?.names) {
      inner.at = JSON.parse(sign.slice(0, -isName.length)) as string;
      if (inner.at === '__proto__') return { pointer: pointerTo(open), message: 'is not known here' };
      if (inner.names.has(inner.at)) return { pointer: pointerTo(open), message: 'is given twice' };
      inner.names.add(inner.at);
    }
  }
  return null;
}

function pointerTo(open: Open[]): string {
  return open.map(({ at }) => `/${escapePointer(String(at))}`).join('');
}
