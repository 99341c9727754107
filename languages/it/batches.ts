import type { BatchesTexts } from '../texts/batches.ts';
import { counted } from '../plural.ts';

export const batches: BatchesTexts = {
  title: 'Lotti',
  introduction: 'Molti ordini, rinnovi, ampliamenti o annullamenti insieme, con un file.',
  none: {
    title: 'Ancora nessun lotto',
    text: 'Scegli un file qui sotto: guarda prima che cosa farebbe, poi fallo eseguire.',
  },
  kinds: { orders: 'Ordini', renewals: 'Rinnovi', expansions: 'Ampliamenti', cancellations: 'Annullamenti' },
  states: { running: 'In corso', paused: 'In pausa', done: 'Concluso', canceled: 'Annullato' },
  outcomes: { done: 'Eseguite', refused: 'Rifiutate', waiting: 'In attesa' },
  any: 'Tutte',
  kind: 'Che cosa contiene il file',
  what: 'Che cosa fare',
  look: 'Solo guardare: non succede nulla',
  run: 'Eseguire',
  file: 'File',
  fileHelp:
    'JSON di al massimo 1 MB, NDJSON o CSV di al massimo 64 MB e 50.000 voci, in UTF-8. La documentazione dell’API dice che cosa contengono.',
  start: 'Invia il file',
  preview: 'Anteprima',
  previewed: {
    title: 'Ecco che cosa farebbe; non è successo nulla',
    text: 'Correggi ciò che è rifiutato. Poi invia di nuovo il file, da eseguire.',
  },
  over: {
    title: 'Eseguito',
    text: 'Ciò che è stato rifiutato si può correggere e inviare di nuovo: ciò che è già fatto non si ripete.',
  },
  startedAt: 'Avviato',
  by: 'Da',
  progress: (done, total) => `${done} di ${total}`,
  refused: counted('it', { one: '# rifiutata', other: '# rifiutate' }),
  asks: { running: 'Riprendi', paused: 'Metti in pausa', canceled: 'Annulla' },
  canceling: {
    title: 'Annulla questo lotto',
    consequences: [
      'Ciò che è fatto resta fatto.',
      'Ciò che attende non sarà eseguito e qui non può ripartire: invialo con un altro file.',
    ],
    button: 'Annulla il lotto',
  },
  items: 'Voci',
  order: 'Ordine',
  outcome: 'Esito',
  why: 'Perché, e che cosa fare',
  download: 'Scarica l’esito di ogni voce (CSV)',
  nothing: 'Qui non c’è nulla.',
  wrong: {
    title: 'Non è stato preso in carico nulla',
    file: 'Scegli un file.',
    kindOfFile:
      'Il file non è leggibile. Serve JSON con un elenco, NDJSON, oppure CSV con virgole e una riga di colonne note, in UTF-8.',
    tooLarge: 'Il file è troppo grande: JSON ha al massimo 1 MB, gli altri 64 MB e 50.000 voci.',
  },
};
