import type { EmergenciesTexts } from '../texts/emergencies.ts';
import { counted } from '../plural.ts';

export const emergencies: EmergenciesTexts = {
  title: 'Urgence',
  introduction:
    'Quand il faut de la capacité immédiatement\u202F: elle est accordée pour aujourd’hui et quatre jours de plus, sans que personne ait à donner son accord.',
  application: 'Application',
  capacity: 'Quantité',
  most: (quantity) => `au plus ${quantity}\u202F: le double de ce qui était acquis en dernier`,
  reason: 'Motif',
  reasonHelp: 'L’éditeur le lit.',
  incomplete: 'Indiquez la quantité, un nombre entier dans la limite de ce qui est accordé, et le motif.',
  next: 'Continuer',
  left: counted('fr', {
    one: 'Il reste # urgence par période de 365 jours.',
    other: 'Il reste # urgences par période de 365 jours.',
  }),
  usedUp: (instant) =>
    `Les deux urgences de la période de 365 jours sont épuisées. Une autre pourra être déclarée à partir du ${instant}.`,
  nothingOwned: 'Rien n’a jamais été acquis ici\u202F: il n’y a pas de base pour mesurer une urgence.',
  confirm: {
    title: 'Déclarer l’urgence',
    grants: (quantity, application, lastDay) =>
      `Une capacité de ${quantity} pour ${application} est disponible aussitôt, jusqu’à la fin du ${lastDay}, et peut être attribuée à des serveurs.`,
    ends: 'L’urgence prend fin d’elle-même. Ce que les serveurs en ont s’arrête alors.',
    vendor: 'L’éditeur en est informé aussitôt, avec votre motif.',
    left: counted('fr', {
      one: 'Après celle-ci, il en reste # par période de 365 jours.',
      other: 'Après celle-ci, il en reste # par période de 365 jours.',
    }),
    button: 'Déclarer',
  },
  declared: 'Urgences déclarées',
  nobody: 'Aucune urgence n’a été déclarée.',
  until: (lastDay) => `jusqu’au ${lastDay}`,
};
