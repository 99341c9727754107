import { searchedForms } from '../domain/text/copied.ts';
import { invalid } from './problems/problems.ts';

/** What is searched for, in the forms in which it may stand there. Problems: INVALID_REQUEST where nobody would see it. */
export function readSearched(q: string | undefined): string[] | undefined {
  if (q === undefined) return undefined;
  const forms = searchedForms(q);
  if (forms.length === 0) throw invalid([{ pointer: '/q', message: 'has nothing that can be seen' }]);
  return forms;
}
