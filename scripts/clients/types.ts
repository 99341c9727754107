import openapiTS, { astToString } from 'openapi-typescript';
import { format, resolveConfig } from 'prettier';
import { documentOfApi } from './document.ts';

export const TYPES_FILE = 'clients/typescript/src/schema.ts';

/** The types of everything that the API takes and answers, as the TypeScript client has them. */
export async function typesOfApi(): Promise<string> {
  const types = astToString(await openapiTS(JSON.stringify(await documentOfApi()), { alphabetize: true }));
  const heading =
    '/* Made from the document of the API by `npm run clients`: change the routes, and make it anew. */\n';
  return format(`${heading}${types}`, { ...(await resolveConfig(TYPES_FILE)), parser: 'typescript' });
}
