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

/**
 * What a browser without scripts sends of the form in a page's main part, before anybody types: fields by name, those that
 * are disabled or not ticked left out. `submit` is the text of the button that sends it, whose name and value go along.
 */
export function formIn(html: string, submit: string): Record<string, string> {
  const form = [...html.matchAll(/<form [^>]*method="post"[^]*?<\/form>/g)].map(([text]) => text);
  const own = form.find((text) => text.includes(`>${submit}</button>`));
  if (own === undefined) throw new Error(`The page has no form with a button ${submit}`);
  const fields: Record<string, string> = {};
  for (const [tag] of own.matchAll(/<input[^>]*>/g)) {
    const isLeftOut = / disabled/.test(tag) || (/type="checkbox"/.test(tag) && !/ checked/.test(tag));
    const name = attribute(tag, 'name');
    if (name !== undefined && !isLeftOut) fields[name] = attribute(tag, 'value') ?? '';
  }
  for (const [, tag = '', inner = ''] of own.matchAll(/(<select[^>]*>)([^]*?)<\/select>/g)) {
    const options = [...inner.matchAll(/<option[^>]*>/g)].map(([option]) => option);
    const chosen = options.find((option) => / selected/.test(option)) ?? options[0];
    fields[attribute(tag, 'name')!] = (chosen && attribute(chosen, 'value')) ?? '';
  }
  const button = [...own.matchAll(/<button[^>]*>[^<]*/g)]
    .map(([text]) => text)
    .find((text) => text.endsWith(`>${submit}`))!;
  const name = attribute(button, 'name');
  return name === undefined ? fields : { ...fields, [name]: attribute(button, 'value') ?? '' };
}

function attribute(tag: string, name: string): string | undefined {
  const value = new RegExp(`\\s${name}="([^"]*)"`).exec(tag)?.[1];
  return value?.replaceAll('&quot;', '"').replaceAll('&#x27;', "'").replaceAll('&lt;', '<').replaceAll('&amp;', '&');
}
