import type { BrandTexts } from '../texts/brand.ts';

export const brand: BrandTexts = {
  support: 'Domande? Scrivi a',
  title: 'Aspetto',
  introduction: 'Ciò che clienti e rivenditori vedono della tua azienda in ogni pagina e in ogni e-mail.',
  name: 'Nome',
  nameHelp: 'In testa a pagine ed e-mail. Vuoto: il nome del servizio.',
  logo: 'Logo',
  logoHelp: 'Un file PNG, JPEG o WebP di al massimo 128 kB, grande il doppio di come appare: 64 pixel di altezza.',
  logoNow: 'Attuale',
  removeLogo: 'Non mostrare alcun logo',
  accent: 'Colore di pulsanti e link',
  accentHelp: 'Per esempio #0b5cad. Il testo sopra deve essere leggibile. Vuoto: il colore del servizio.',
  supportAddress: 'Indirizzo per le domande',
  supportHelp: 'Un indirizzo e-mail in fondo a pagine ed e-mail.',
  footer: 'Ultima riga',
  footerHelp: 'Per esempio la ragione sociale e la sede della tua azienda.',
  save: 'Salva',
  saved: { title: 'Salvato', text: 'Le pagine lo mostrano già, le e-mail dalla prossima in poi.' },
  wrong: {
    title: 'Non è stato salvato nulla: qualcosa qui sotto non va',
    name: 'Un nome ha al massimo 60 caratteri visibili.',
    logo: 'Non è un file PNG, JPEG o WebP di al massimo 128 kB. Scegline un altro. SVG non è accettato, perché può contenere programmi.',
    accent: 'Scrivi il colore come # seguito da sei cifre o lettere da a a f, per esempio #0b5cad.',
    contrast: (contrast, least) =>
      `Il testo su questo colore ha un contrasto di ${contrast} a 1, ne serve ${least}. Scegline uno più scuro o più chiaro.`,
    support: 'Questo non è un indirizzo e-mail. Scrivilo come nome@esempio.it.',
    footer: 'L’ultima riga ha al massimo 200 caratteri visibili.',
    changed: 'Nel frattempo qualcun altro ha cambiato l’aspetto. Ora vedi il suo; il tuo è nei campi qui sotto.',
  },
};
