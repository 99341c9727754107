import type { BatchesTexts } from '../texts/batches.ts';
import { counted } from '../plural.ts';

export const batches: BatchesTexts = {
  title: 'Batches',
  introduction: 'Many orders, renewals, expansions or cancellations at once, by a file.',
  none: {
    title: 'No batches yet',
    text: 'Choose a file below: look first at what it would do, then have it carried out.',
  },
  kinds: { orders: 'Orders', renewals: 'Renewals', expansions: 'Expansions', cancellations: 'Cancellations' },
  states: { running: 'Running', paused: 'Paused', done: 'Done', canceled: 'Canceled' },
  outcomes: { done: 'Done', refused: 'Refused', waiting: 'Waiting' },
  any: 'All',
  kind: 'What is in the file',
  what: 'What to do',
  look: 'Look first: nothing happens',
  run: 'Carry it out',
  file: 'File',
  fileHelp:
    'JSON of at most 1 MB, NDJSON or CSV of at most 64 MB and 50,000 items, in UTF-8. The API’s documentation says what stands in them.',
  start: 'Send the file',
  preview: 'Look only',
  previewed: {
    title: 'This is what it would do; nothing has happened',
    text: 'Put right what is refused. Then send the file again, to be carried out.',
  },
  over: {
    title: 'Carried out',
    text: 'What was refused can be put right and sent again: what is done already is not done twice.',
  },
  startedAt: 'Started',
  by: 'By',
  progress: (done, total) => `${done} of ${total}`,
  refused: counted('en', { one: '# refused', other: '# refused' }),
  asks: { running: 'Go on', paused: 'Pause', canceled: 'Cancel' },
  canceling: {
    title: 'Cancel this batch',
    consequences: [
      'What is done stays done.',
      'What waits is not carried out, and cannot be started again here: send it in another file.',
    ],
    button: 'Cancel the batch',
  },
  items: 'Items',
  order: 'Order',
  outcome: 'Outcome',
  why: 'Why, and what to do',
  download: 'Download the outcome of each item (CSV)',
  nothing: 'Nothing here.',
  wrong: {
    title: 'Nothing was taken in',
    file: 'Choose a file.',
    kindOfFile:
      'The file cannot be read. It has to be JSON with a list, NDJSON, or CSV with commas and a row of known columns, in UTF-8.',
    tooLarge: 'The file is too large: JSON has at most 1 MB, others 64 MB and 50,000 items.',
  },
};
