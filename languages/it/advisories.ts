import type { AdvisoriesTexts } from '../texts/advisories.ts';

export const advisories: AdvisoriesTexts = {
  all: 'Avvisi',
  none: { title: 'Nessun avviso', text: 'Qui compare ciò che il produttore segnala sulle versioni dell’AppSuite.' },
  severity: 'Gravità',
  severities: { low: 'Bassa', medium: 'Media', high: 'Alta', critical: 'Critica' },
  concerns: (severity, title) => `Il produttore avvisa (gravità ${severity.toLowerCase()}): ${title}`,
  update: (version) => `Aggiorna l’AppSuite alla versione ${version} o successiva.`,
  noFix: 'Non c’è ancora una versione che ne sia priva: segui le indicazioni del produttore.',
  read: 'Di che cosa si tratta e che cosa fare',
  more: 'Chi è interessato',
  affects: 'Versioni interessate',
  fixedIn: 'Risolto nella versione',
  published: 'Pubblicato',
  withdrawn: 'Ritirato',
  servers: 'Server interessati',
  noServers: 'Nessuno dei server che vedi è interessato.',
  told: 'Informato',
  notTold: 'Non ancora',
  life: 'Che cosa è successo',
};
