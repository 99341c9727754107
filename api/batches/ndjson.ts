import { ProblemError } from '../../services/problems/problems.ts';
import { textOf } from '../../services/input.ts';
import { parseJson } from '../../services/strict-json.ts';

const NEWLINE = 0x0a;
/** As large as the body of a single call. */
const LONGEST_LINE_BYTES = 1_048_576;

const BLANK = /^[ \t\r]*$/;

/** The lines of what comes in, without their ends; null for one that is too long, of which nothing is held. */
async function* linesOf(chunks: AsyncIterable<Buffer>): AsyncGenerator<Buffer | null> {
  let parts: Buffer[] = [];
  let bytes = 0;
  const add = (part: Buffer) => {
    bytes += part.length;
    if (bytes > LONGEST_LINE_BYTES) parts = [];
    else parts.push(part);
  };
  const take = () => {
    const line = bytes > LONGEST_LINE_BYTES ? null : Buffer.concat(parts);
    parts = [];
    bytes = 0;
    return line;
  };
  for await (const chunk of chunks) {
    let from = 0;
    for (let end = chunk.indexOf(NEWLINE); end !== -1; end = chunk.indexOf(NEWLINE, from)) {
      add(chunk.subarray(from, end));
      yield take();
      from = end + 1;
    }
    add(chunk.subarray(from));
  }
  if (bytes > 0) yield take();
}

/** What each line of NDJSON says, as something that reads it or throws why that can't be done; blank lines say nothing. */
export async function* jsonLines(chunks: AsyncIterable<Buffer>): AsyncGenerator<() => unknown> {
  for await (const line of linesOf(chunks)) {
    if (line === null) {
      const detail = 'An item has at most 1 MB.';
      yield () => {
        throw new ProblemError('TOO_LARGE', { detail });
      };
    } else if (!BLANK.test(line.toString('latin1'))) yield () => parseJson(textOf(line, undefined));
  }
}
