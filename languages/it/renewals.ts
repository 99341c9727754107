import type { IntentTexts, RenewalsTexts, CalendarTexts } from '../texts/renewals.ts';
import { count } from './count.ts';

export const intents: IntentTexts = { renew: 'rinnovarla', end: 'lasciarla finire', null: 'ancora nulla' };

export const renewals: RenewalsTexts = {
  title: 'Rinnovi',
  within: { 30: '30 giorni', 60: '60 giorni', 90: '90 giorni', expired: 'Finite, ancora rinnovabili' },
  ranges: 'Quali ultimi giorni',
  from: 'Ultimo giorno dal',
  to: 'Ultimo giorno al',
  search: 'Cliente o ordine',
  what: 'Che cosa finisce',
  whats: { all: 'Durata o manutenzione', term: 'Durata', care: 'Manutenzione' },
  allApplications: 'Tutte le applicazioni',
  intent: 'Intenzione',
  intents: { all: 'Qualsiasi intenzione', renew: 'Da rinnovare', end: 'Da lasciar finire', undecided: 'Da decidere' },
  lastDay: 'Ultimo giorno',
  lines: count('riga', 'righe'),
  totals: 'In tutto',
  renewableUntil: (day) => `Rinnovabile fino al ${day}`,
  choose: (application, customer) => `Scegli ${application} di ${customer}`,
  chooseAll: 'Scegli tutte quelle di questa pagina',
  chosen: 'Intenzione per le righe scelte',
  save: 'Salva l’intenzione',
  noneChosen: 'Scegli almeno una riga.',
  said: {
    renew: count('riga è da rinnovare', 'righe sono da rinnovare'),
    end: count('riga è da lasciar finire', 'righe sono da lasciar finire'),
    undecided: count('riga è di nuovo da decidere', 'righe sono di nuovo da decidere'),
  },
  next: {
    renew: 'Restano qui finché il produttore non le ha rinnovate: ordina il rinnovo.',
    end: 'Non arrivano più avvisi su di esse. Finiscono nel loro ultimo giorno, a meno che non vengano rinnovate.',
    undecided: 'Gli avvisi su di esse arrivano di nuovo.',
  },
  notAll: (said, chosen) => `Salvata per ${said} su ${chosen}. Queste sono state rifiutate e sono ancora scelte:`,
  notYours: 'Nel frattempo spetta a qualcun altro deciderlo.',
  empty: {
    title: 'In questi giorni non finisce nulla',
    text: 'Qui compaiono le durate e le manutenzioni di tutti i clienti il cui ultimo giorno cade in questo periodo. Guarda i 90 giorni o scegli altri giorni.',
  },
  emptyExpired: { title: 'Non è finito nulla', text: 'Qui compare ciò che è finito e si può ancora rinnovare.' },
  sheet: { ends: 'Finisce', note: 'Nota', renewableUntil: 'Rinnovabile fino al' },
};

export const calendar: CalendarTexts = {
  title: 'Calendario',
  introduction:
    'Il tuo calendario può seguire ciò che finisce: ogni ultimo giorno di una durata o di una manutenzione che vedi qui, sempre aggiornato.',
  secret: 'Chiunque abbia l’indirizzo legge questi giorni e i nomi dei clienti: non darlo a nessuno.',
  make: 'Crea un indirizzo',
  address: 'Indirizzo del tuo calendario',
  copy: 'Copia l’indirizzo',
  copied: 'L’indirizzo è stato copiato.',
  notCopied: 'Non è stato possibile copiarlo: seleziona l’indirizzo e copialo.',
  subscribe: 'Apri nel calendario di questo dispositivo',
  howTitle: 'Come aggiungerlo',
  how: [
    'Outlook: Aggiungi calendario, Sottoscrivi da Web, e incolla l’indirizzo.',
    'Google Calendar: Altri calendari, Da URL, e incolla l’indirizzo.',
    'iPhone e Mac: premi «Apri nel calendario di questo dispositivo».',
  ],
  since: 'Creato',
  untold: 'L’indirizzo funziona ancora, ma non può più essere mostrato. Sostituiscilo per vederne uno.',
  replace: 'Sostituisci l’indirizzo',
  replaceConsequences: [
    'Viene creato un altro indirizzo, da aggiungere ai tuoi calendari.',
    'Quello attuale non apre più nulla, subito e per sempre.',
  ],
  off: 'Disattiva',
  offConsequences: [
    'L’indirizzo non apre più nulla, subito e per sempre.',
    'I calendari che lo seguono conservano ciò che hanno letto per ultimo finché non lo rimuovi lì.',
  ],
  done: {
    made: { title: 'L’indirizzo è stato creato', text: 'Copialo e aggiungilo al tuo calendario come abbonamento.' },
    replaced: {
      title: 'L’indirizzo è stato sostituito',
      text: 'Aggiungi quello nuovo ai tuoi calendari e rimuovi da lì il precedente.',
    },
    off: { title: 'Il calendario è disattivato', text: 'Il suo indirizzo non apre più nulla.' },
  },
  name: 'Rinnovi',
  termEnds: (application) => `${application} finisce`,
  careEnds: (application) => `Finisce la manutenzione di ${application}`,
  of: (customer, what) => `${customer}: ${what}`,
};
