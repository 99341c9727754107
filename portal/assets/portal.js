/* What pages do beside what HTML does by itself. Every page works without this file. */
'use strict';

/** Says what became of a copy: beside its button for who looks, and aloud for who listens to the page. */
function tell(button, text, wasCopied) {
  const beside = button.nextElementSibling;
  beside.textContent = text;
  beside.classList.toggle('copy-failed', !wasCopied);
  document.getElementById('spoken').textContent = text;
}

/** Buttons that copy are of use with a script alone. */
function showCopyButtons() {
  for (const button of document.querySelectorAll('[data-copy][hidden]')) button.hidden = false;
}

document.addEventListener('click', async ({ target }) => {
  const button = target.closest('[data-copy]');
  if (!button) return;
  try {
    await navigator.clipboard.writeText(button.dataset.copy);
    tell(button, button.dataset.copied, true);
  } catch {
    tell(button, button.dataset.failed, false);
  }
});

/** An open menu closes by a press elsewhere, by Escape, and when its last entry is left. */
function closeMenus(except) {
  for (const menu of document.querySelectorAll('details.menu[open]')) if (!menu.contains(except)) menu.open = false;
}
document.addEventListener('click', ({ target }) => closeMenus(target));
document.addEventListener('focusin', ({ target }) => closeMenus(target));
document.addEventListener('keydown', ({ key, target }) => {
  const menu = key === 'Escape' && target.closest('details.menu[open]');
  if (!menu) return;
  menu.open = false;
  menu.querySelector('summary').focus();
});

/** A number of units as the page itself says it; what is missing is said by the form that shows a number. */
function inWords(number, { forms: written, locale }) {
  const forms = JSON.parse(written);
  const form = (number >= 0 && forms[new Intl.PluralRules(locale).select(number)]) || forms.other;
  return form.replace('#', number.toLocaleString(locale));
}

/** Zeros of Arabic, Persian, Devanagari and full-width digits. */
const ZEROS = [0x660, 0x6f0, 0x966, 0xff10];

/** The units that a field has, in the digits of any keyboard, with thousands apart or not; what can be read in two ways the answer says. */
function unitsIn({ value }) {
  const digits = value.replace(/\p{Nd}/gu, (digit) => {
    const zero = ZEROS.find((from) => digit.codePointAt(0) >= from && digit.codePointAt(0) < from + 10);
    return zero === undefined ? digit : digit.codePointAt(0) - zero;
  });
  return Number(digits.replace(/[\p{Cf}\s.,'’٬]/gu, '')) || 0;
}

/** Keeps what is free true while capacities are typed: fields of one pool take from the same. */
function count(pool, typed) {
  const fields = [...document.querySelectorAll(`[data-takes="${CSS.escape(pool)}"]`)];
  const change = (field) => unitsIn(field) - Number(field.dataset.held);
  const output = document.querySelector(`output[data-pool="${CSS.escape(pool)}"]`);
  if (!output) return;
  const left = Number(output.dataset.free) - fields.reduce((sum, field) => sum + change(field), 0);
  output.textContent = inWords(left, output.dataset);
  output.classList.toggle('text-danger', left < 0);
  // What is too much is too much where it was typed, and nowhere else.
  for (const field of fields) field.setCustomValidity(field === typed && left < 0 ? output.textContent : '');
}

document.addEventListener('input', ({ target }) => {
  if (target.dataset.takes) count(target.dataset.takes, target);
});

document.addEventListener('change', ({ target }) => {
  if (target.matches('form[data-autosubmit] select')) target.form.requestSubmit();
});

/** A key leads to the field that names it, where nobody is typing. */
document.addEventListener('keydown', (event) => {
  const isTyping = event.target.closest('input, textarea, select, [contenteditable]');
  if (isTyping || event.ctrlKey || event.metaKey || event.altKey) return;
  const field = document.querySelector(`[data-shortcut="${CSS.escape(event.key)}"]`);
  if (!field) return;
  event.preventDefault();
  field.focus();
  field.select();
});

/** A page that nobody looks at asks for nothing, and asks at once when it is looked at again. */
document.addEventListener('htmx:before:request', (event) => {
  if (document.hidden) event.preventDefault();
});
document.addEventListener('visibilitychange', () => {
  if (!document.hidden) document.body.dispatchEvent(new Event('seen'));
});

/** What went wrong while a page follows changes is no page to show: what is there stays, and it asks again. */
document.addEventListener('htmx:before:response', (event) => {
  if (event.detail.ctx.response.status >= 400) event.preventDefault();
});

document.addEventListener('htmx:after:swap', showCopyButtons);
showCopyButtons();

/** In which time zone the browser is: instants are written in it, unless their reader has chosen another one. */
const isSecure = location.protocol === 'https:';
const { timeZone } = new Intl.DateTimeFormat().resolvedOptions();
if (timeZone)
  document.cookie = `${isSecure ? '__Host-' : ''}zone=${timeZone}; Path=/; Max-Age=31536000; SameSite=Lax${isSecure ? '; Secure' : ''}`;

/** Passkeys, where the browser reads what is asked of them in JSON: forms that one answers are of use with a script alone. */
const passkeys = window.PublicKeyCredential?.parseRequestOptionsFromJSON ? window.PublicKeyCredential : null;
let waiting = new AbortController();

/** Asks for a passkey, in a field of the page where `mediation` says so, and sends its form with what it answered. */
async function answerByPasskey(box, mediation) {
  waiting.abort();
  waiting = new AbortController();
  const options = JSON.parse(box.dataset.options);
  const { signal } = waiting;
  const credential =
    box.dataset.passkey === 'create'
      ? await navigator.credentials.create({ publicKey: passkeys.parseCreationOptionsFromJSON(options), signal })
      : await navigator.credentials.get({
          publicKey: passkeys.parseRequestOptionsFromJSON(options),
          signal,
          mediation,
        });
  const form = box.querySelector('form');
  form.elements.answer.value = JSON.stringify(credential.toJSON());
  form.submit();
}

for (const box of passkeys ? document.querySelectorAll('[data-passkey]') : []) {
  box.hidden = false;
  for (const without of document.querySelectorAll('[data-without-passkeys]')) without.hidden = true;
  box.addEventListener('submit', async (event) => {
    event.preventDefault();
    const says = box.querySelector('[data-passkey-says]');
    says.textContent = '';
    try {
      await answerByPasskey(box);
    } catch {
      says.textContent = box.dataset.failed;
    }
  });
  if ('inField' in box.dataset)
    passkeys
      .isConditionalMediationAvailable?.()
      .then((isThere) => isThere && answerByPasskey(box, 'conditional'))
      .catch(() => {});
}
