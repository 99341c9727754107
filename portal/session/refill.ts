import type { KeptForm } from '../../services/accounts/kept-forms.ts';

/** What a page says where values have no field any more; `refill` puts them there. */
export const LEFT_PLACEHOLDER = '<template id="left"></template>';

/** What a form holds by itself: opening and closing tags, as React writes them, which escapes every other `<` and `>`. */
const TAGS = /<(\/?)(form|input|textarea|select|option|button)\b((?:[^>"]|"[^"]*")*)>/g;
const TEXTAREA = /(<textarea\b(?:[^>"]|"[^"]*")*>)[^<]*/;

type Filled = { html: string; left: string[] };

/**
 * Writes a page anew with what was typed in one of its forms: the one that is sent to the same path and has most of the
 * fields. Hidden fields are as they were, too, so that what was changed meanwhile is noticed as before. Files stay to be
 * chosen. `left` are values for which the page has no field, those of buttons apart.
 */
export function refill(html: string, { page, action, fields }: Pick<KeptForm, 'page' | 'action' | 'fields'>): Filled {
  const forms = html.match(/<form\b[\s\S]*?<\/form>/g) ?? [];
  const names = Object.keys(fields);
  const has = (form: string) => names.filter((name) => form.includes(`name="${escape(name)}"`)).length;
  const [best] = forms.filter((form) => isSentTo(form, action, page)).sort((one, other) => has(other) - has(one));
  if (best === undefined) return { html, left: Object.values(fields).flat().filter(isReadable) };
  const { html: filled, left } = refillForm(best, fields);
  return { html: html.replace(best, () => filled), left };
}

function isSentTo(form: string, action: string, page: string): boolean {
  const [, attributes = ''] = /^<form\b((?:[^>"]|"[^"]*")*)>/.exec(form) ?? [];
  if (attribute(attributes, 'method')?.toLowerCase() !== 'post') return false;
  const sentTo = URL.parse(attribute(attributes, 'action') ?? page, new URL(page, 'http://portal.invalid').href);
  return sentTo?.pathname === URL.parse(action, 'http://portal.invalid')?.pathname;
}

function refillForm(form: string, fields: KeptForm['fields']): Filled {
  const open = new Map(Object.entries(fields).map(([name, values]) => [name, [...values]]));
  const met = new Set<string>();
  let select = '';
  const takeNext = (name: string) => open.get(name)?.shift();
  const filled = form
    .replace(/<textarea\b(?:[^>"]|"[^"]*")*>[^<]*/g, (area) => {
      const name = attribute(area, 'name') ?? '';
      const value = takeNext(name);
      met.add(name);
      return value === undefined ? area : area.replace(TEXTAREA, (_, tag: string) => `${tag}\n${escape(value)}`);
    })
    .replace(TAGS, (tag, closing: string, element: string, attributes: string) => {
      const name = attribute(attributes, 'name') ?? '';
      if (element === 'select') select = closing ? '' : name;
      if (closing || element === 'form' || element === 'textarea') return tag;
      if (element === 'option') {
        if (!(select in fields)) return tag;
        met.add(select);
        return withFlag(tag, 'selected', fields[select]!.includes(attribute(attributes, 'value') ?? ''));
      }
      if (name) met.add(name);
      const type = attribute(attributes, 'type') ?? 'text';
      if (element !== 'input' || !name || ['file', 'submit', 'button'].includes(type)) return tag;
      if (type === 'checkbox' || type === 'radio')
        return withFlag(tag, 'checked', fields[name]?.includes(attribute(attributes, 'value') ?? 'on') ?? false);
      const value = takeNext(name);
      return value === undefined ? tag : withValue(tag, value);
    });
  const left = Object.entries(fields).flatMap(([name, values]) => (met.has(name) ? [] : values));
  return { html: filled, left: left.filter(isReadable) };
}

/** Whether a value is one that a person typed, or could make sense of. */
const isReadable = (value: string) => value.trim() !== '' && !/^[0-9a-f]{8}(-[0-9a-f]{4}){3}-[0-9a-f]{12}$/.test(value);

function attribute(attributes: string, name: string): string | undefined {
  const [, value] = new RegExp(`(?:^|\\s)${name}="([^"]*)"`).exec(attributes) ?? [];
  return value === undefined ? undefined : unescape(value);
}

function withFlag(tag: string, flag: 'checked' | 'selected', isSet: boolean): string {
  const without = tag.replace(new RegExp(`\\s${flag}=""`), '');
  return isSet ? without.replace(/\/?>$/, (end) => ` ${flag}=""${end}`) : without;
}

function withValue(tag: string, value: string): string {
  const without = tag.replace(/\svalue="[^"]*"/, '');
  return without.replace(/\/?>$/, (end) => ` value="${escape(value)}"${end}`);
}

/** As React escapes texts and attributes. */
export function escape(text: string): string {
  const written: Readonly<Record<string, string>> = {
    '&': '&amp;',
    '<': '&lt;',
    '>': '&gt;',
    '"': '&quot;',
    "'": '&#x27;',
  };
  return text.replace(/[&<>"']/g, (character) => written[character]!);
}

function unescape(text: string): string {
  return text
    .replaceAll('&lt;', '<')
    .replaceAll('&gt;', '>')
    .replaceAll('&quot;', '"')
    .replaceAll('&#x27;', "'")
    .replaceAll('&amp;', '&');
}
