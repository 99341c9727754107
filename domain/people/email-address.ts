const LONGEST = 200;
const LONGEST_LOCAL = 64;

/** RFC 5322, section 3.2.3: a dot-atom. What stands before the @ is ASCII, as not every mail server takes more. */
const LOCAL = /^[\w!#$%&'*+/=?^`{|}~-]+(\.[\w!#$%&'*+/=?^`{|}~-]+)*$/;
/** Names of the domain name system, the last of which is no number. */
const DOMAIN = /^([a-z0-9]([a-z0-9-]{0,61}[a-z0-9])?\.)+[a-z]([a-z0-9-]{0,61}[a-z0-9])?$/i;
/** What a domain of any script is written in; a URL would read other signs as its own. */
const DOMAIN_SIGNS = /^[\p{L}\p{M}\p{N}.\u3002\u200C\u200D-]+$/u;

/** Whether a text can be an e-mail address, its domain in any script; whether it is one, only an e-mail can tell. */
export function isEmailAddress(text: string): boolean {
  const { local, domain } = partsOf(text);
  const ascii = asciiDomain(domain);
  return text.length <= LONGEST && local.length <= LONGEST_LOCAL && LOCAL.test(local) && DOMAIN.test(ascii);
}

/** The address as mail servers know it: the domain in ASCII (RFC 5891), the rest as it is. */
export function asciiAddress(address: string): string {
  const { local, domain } = partsOf(address);
  return `${local}@${asciiDomain(domain)}`;
}

function partsOf(text: string): { local: string; domain: string } {
  const at = text.lastIndexOf('@');
  return { local: text.slice(0, Math.max(at, 0)), domain: text.slice(at + 1) };
}

/** Whether a text, as DNS writes it, can be the domain of an address. */
export function isDomain(ascii: string): boolean {
  return ascii.length <= LONGEST && DOMAIN.test(ascii);
}

/** A domain as DNS writes it; empty where it cannot be one. An ASCII one stays as it is written. */
export function asciiDomain(domain: string): string {
  if (/^[\0-\x7f]*$/.test(domain)) return domain;
  return DOMAIN_SIGNS.test(domain) ? (URL.parse(`http://${domain}`)?.hostname ?? '') : '';
}
