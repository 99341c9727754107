import AjvCompiler from '@fastify/ajv-compiler';
import type { FastifySchemaCompiler } from 'fastify';
import { TEXT_FORMATS } from '../services/text.ts';

/** What is checked whole, so that a caller hears all that is wrong with it: as many values as a large order has. */
const MOST_VALUES = 2_000;
const MOST_ERRORS = 20;

/** Nothing is corrected silently: what a schema does not know is refused. */
const STRICT = { removeAdditional: false, coerceTypes: false, useDefaults: true, formats: TEXT_FORMATS } as const;

/** As Fastify calls it: Ajv's checks are none of promises, as no schema here asks for one. */
type Check = ((value: unknown) => boolean) & { errors?: object[] | null };
type Compile = (about: { schema: unknown }) => Check;

/**
 * Compiles schemas so that refusing costs no more than reading did: what is wrong with an input is listed up to twenty
 * errors, and one error alone where the input is so large that looking for all of them would take long.
 */
export function createValidatorCompiler(): FastifySchemaCompiler<object> {
  const compiler = (allErrors: boolean) => AjvCompiler()({}, { customOptions: { ...STRICT, allErrors } });
  const [first, every] = [compiler(false), compiler(true)] as unknown as [Compile, Compile];
  return ({ schema }) => {
    const check = first({ schema });
    let checkAll: Check | undefined;
    return (value: unknown) => {
      if (check(value)) return true;
      if (!isSmall(value)) return { error: check.errors as never };
      checkAll ??= every({ schema });
      checkAll(value);
      return { error: checkAll.errors!.slice(0, MOST_ERRORS) as never };
    };
  };
}

function isSmall(value: unknown): boolean {
  const waiting = [value];
  for (let counted = 0; waiting.length > 0; counted += 1) {
    const one = waiting.pop();
    if (counted + waiting.length > MOST_VALUES) return false;
    if (one !== null && typeof one === 'object') for (const inner of Object.values(one)) waiting.push(inner);
  }
  return true;
}
