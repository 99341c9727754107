import multipart, { type Multipart, type MultipartFile } from '@fastify/multipart';
import type { FastifyInstance, FastifyRequest } from 'fastify';
import { keepable } from '../services/input.ts';
import { ProblemError } from '../services/problems/problems.ts';
import { readForm, type FormBody } from './form.ts';

/** What stands before the file: a few fields, none longer than a page of text. */
const LIMITS = { fields: 50, fieldSize: 16_384, files: 1, parts: 51 };

/** Makes a part of the portal take forms with a file, which stands last in them. */
export async function takeFiles(app: FastifyInstance): Promise<void> {
  await app.register(multipart, { limits: LIMITS });
}

/** What a form with a file sent: its fields, without blanks around them, and the file as it comes; null where none was chosen. */
export type Uploaded = { fields: FormBody; file: MultipartFile | null };

/** Begins to read a form; the file has to be read to its end. Problems: MALFORMED_BODY, INVALID_REQUEST for what is no text. */
export async function readUpload(request: FastifyRequest, fileSize: number): Promise<Uploaded> {
  if (!request.isMultipart()) return { fields: readForm(request), file: null };
  const parts = request.parts({ limits: { ...LIMITS, fileSize } });
  const texts: [string, string][] = [];
  for (;;) {
    // Not by a loop over them, whose end would break off the file.
    const { value: part } = (await parts.next().catch(refuse)) as IteratorResult<Multipart, undefined>;
    const fields = () => keepable(Object.fromEntries(texts)) as FormBody;
    if (!part) return { fields: fields(), file: null };
    if (part.type === 'field') texts.push([part.fieldname, String(part.value).trim()]);
    else if (part.filename) return { fields: fields(), file: part };
    else part.file.resume();
  }
}

/** The whole of a file; null where it is larger than was said. Problems: MALFORMED_BODY where it breaks off. */
export async function wholeOf({ file }: MultipartFile): Promise<Buffer | null> {
  const chunks: Buffer[] = [];
  try {
    for await (const chunk of file as AsyncIterable<Buffer>) chunks.push(chunk);
  } catch {
    return refuse();
  }
  return file.truncated ? null : Buffer.concat(chunks);
}

function refuse(): never {
  throw new ProblemError('MALFORMED_BODY');
}
