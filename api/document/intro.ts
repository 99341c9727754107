/** What whoever opens the document reads first. */
export const INTRO = `From an order to activated servers, for years.

**Calling it.** Every request but those of an AppSuite and of machines carries a key: \`Authorization: Bearer <key>\`. On the page of this document, paste yours under *Authorize*; the examples can then be sent as they stand, from top to bottom. The roles that an operation names are the scopes that its key needs.

**Doing things once.** A request that changes something may carry an \`Idempotency-Key\` of your own making. The same key with the same request within a day gets the first answer, marked \`Idempotent-Replayed: true\`, and nothing happens twice: after a lost answer, send the same again.

**When it says no.** Problems are \`application/problem+json\` (RFC 9457). Decide by \`code\`, which is stable; each operation lists those that it has. \`errors\` point into what was sent. Where \`Retry-After\` stands, the same request goes better later. A method that an address does not take is answered 405, and \`Allow\` names those that it takes.

**Reading on.** Lists answer \`items\` and \`nextCursor\`: pass it as \`cursor\` to go on. Instants are ISO 8601 in UTC, days \`YYYY-MM-DD\` in the time zone of the customer, the last one included. Answers may get further fields; none is ever removed.`;

/** What operations are grouped by, each with a sentence. */
export const TAGS = [
  {
    name: 'Orders',
    description: 'What was sold: placed, unlocked, renewed, expanded and ended, and what can be sold.',
  },
  { name: 'Batches', description: 'Many orders, renewals, expansions or cancellations at once, each as its own call.' },
  { name: 'Smart Account', description: 'Accounts, what they own, and who sold it to them.' },
  {
    name: 'Servers',
    description: 'The AppSuites of a customer, what each may run, and the tokens that activate them.',
  },
  {
    name: 'Emergencies',
    description: 'Capacity for some days, at once and without anybody’s leave, told to the vendor.',
  },
  {
    name: 'To do',
    description: 'What waits for somebody, by how bad it is and until when, and what was acknowledged of it.',
  },
  { name: 'Search', description: 'Whatever somebody has a name or a number of, over all that the caller may see.' },
  { name: 'Events', description: 'All that happened, in one sequence, behind cursors that hold for ever.' },
  { name: 'Advisories', description: 'What the vendor says of versions of the AppSuite, and whom it concerns.' },
  { name: 'Webhooks', description: 'Endpoints of others, to which events are posted as they come.' },
  { name: 'E-mails', description: 'What was mailed, to whom, and what became of it.' },
  { name: 'Sign-in', description: 'By which provider people of an account sign in, and for whose addresses.' },
  { name: 'Keys', description: 'By which programs call for an account, limited to scopes and to a time.' },
  { name: 'Settings', description: 'How the vendor shows itself on pages and in e-mails.' },
  {
    name: 'AppSuite',
    description: 'What a server itself calls. It takes no key: a token, then the server’s own signature.',
  },
  { name: 'Machines', description: 'What load balancers and monitoring read.' },
];
