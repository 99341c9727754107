import openapiTS, { astToString } from 'openapi-typescript';
import { format, resolveConfig } from 'prettier';
import type { ApiDocument } from '../../api/document/document.ts';

export const TYPES_FILE = 'clients/typescript/src/schema.ts';

/** The types of everything that the API takes and answers, as the TypeScript client has them. */
export async function typesOfApi(document: ApiDocument): Promise<string> {
  const types = astToString(await openapiTS(JSON.stringify(document), { alphabetize: true }));
  const heading =
    '/* Made from the document of the API by `npm run clients`: change the routes, and make it anew. */\n';
  return format(`${heading}${types}`, { ...(await resolveConfig(TYPES_FILE)), parser: 'typescript' });
}
