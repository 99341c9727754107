/** The value of the field with a name, as a page without scripts sends it. Throws where there is none. */
export function valueOf(html: string, name: string): string {
  const field = [...html.matchAll(/<input[^>]*>/g)].map(([tag]) => tag).find((tag) => tag.includes(` name="${name}"`));
  const value = field && /\svalue="([^"]*)"/.exec(field)?.[1];
  if (value === undefined) throw new Error(`The page has no field ${name} with a value`);
  return value;
}

/** Where a link with a text leads. Throws where there is none. */
export function linkTo(html: string, text: string): string {
  const links = [...html.matchAll(/<a [^>]*href="([^"]*)"[^>]*>([^]*?)<\/a>/g)];
  const link = links.find(([, , inner]) => inner!.replace(/<[^>]*>/g, '').includes(text));
  if (!link) throw new Error(`The page has no link ${text}`);
  return link[1]!;
}
