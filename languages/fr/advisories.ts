import type { AdvisoriesTexts } from '../texts/advisories.ts';

export const advisories: AdvisoriesTexts = {
  all: 'Avis',
  none: { title: 'Aucun avis', text: 'Les avis de l’éditeur sur des versions de l’AppSuite figurent ici.' },
  severity: 'Gravité',
  severities: { low: 'Faible', medium: 'Moyenne', high: 'Élevée', critical: 'Critique' },
  concerns: (severity, title) => `Avis de l’éditeur (${severity})\u202F: ${title}`,
  update: (version) => `Mettez l’AppSuite à jour vers la version ${version} ou une version ultérieure.`,
  noFix: 'Il n’existe pas encore de version corrigée\u202F: suivez les indications de l’éditeur.',
  read: 'De quoi il s’agit et que faire',
  more: 'Qui est concerné',
  affects: 'Versions concernées',
  fixedIn: 'Corrigé dans',
  published: 'Publié',
  withdrawn: 'Retiré',
  servers: 'Serveurs concernés',
  noServers: 'Aucun serveur que vous voyez n’est concerné.',
  told: 'Informé',
  notTold: 'Pas encore',
  life: 'Historique',
};
