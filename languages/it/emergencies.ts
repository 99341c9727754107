import type { EmergenciesTexts } from '../texts/emergencies.ts';
import { counted } from '../plural.ts';

export const emergencies: EmergenciesTexts = {
  title: 'Emergenza',
  introduction:
    'Quando la capacità serve subito: è concessa per oggi e altri quattro giorni, e nessuno deve acconsentire.',
  application: 'Applicazione',
  capacity: 'Quanto',
  most: (quantity) => `Fino a ${quantity}: il doppio di quanto si possedeva per ultimo`,
  reason: 'Perché',
  reasonHelp: 'Lo legge il produttore.',
  incomplete: 'Indica quanto, un numero intero entro il massimo, e perché.',
  next: 'Avanti',
  left: counted('it', {
    one: 'Resta un’emergenza delle due in 365 giorni.',
    other: 'Restano # emergenze in 365 giorni.',
  }),
  usedUp: (instant) => `Le due emergenze di 365 giorni sono esaurite. Se ne può dichiarare un’altra dal ${instant}.`,
  nothingOwned: 'Qui non si è mai posseduto nulla su cui misurare un’emergenza.',
  confirm: {
    title: 'Dichiara l’emergenza',
    grants: (quantity, application, lastDay) =>
      `Concesso subito: ${quantity} di ${application}, fino alla fine del ${lastDay}, da assegnare ai server.`,
    ends: 'Termina da sola. Quello che i server ne hanno si ferma allora.',
    vendor: 'Il produttore è informato subito, con il motivo.',
    left: counted('it', {
      one: 'Dopo questa ne resta una in 365 giorni.',
      other: 'Dopo questa ne restano # in 365 giorni.',
    }),
    button: 'Dichiarala',
  },
  declared: 'Emergenze dichiarate',
  nobody: 'Nessuna emergenza è stata dichiarata.',
  until: (lastDay) => `fino al ${lastDay}`,
};
