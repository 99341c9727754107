import type { StandbyTexts } from '../texts/standby.ts';
import { count } from './count.ts';
import { counted } from '../plural.ts';

export const standby: StandbyTexts = {
  title: 'Secours',
  standsBy: 'En secours pour',
  nobody: 'Aucun autre serveur',
  itsStandby: 'Son secours',
  takenOver: (standby) => `Le serveur de secours ${standby} a pris le relais`,
  takenOverText:
    'Ce serveur n’exécute rien tant que son secours ne s’est pas arrêté\u202F: exécutez-y «\u202Fstandby\u202F», ou mettez-le hors service.',
  daysLeft: counted('fr', {
    one: 'Il reste # jour de relais, sur 30 par période de 365 jours.',
    other: 'Il reste # jours de relais, sur 30 par période de 365 jours.',
  }),
  takeovers: 'Relais',
  since: 'début le',
  until: 'fin le',
  running: 'en cours',
  holdsNothing:
    'Un serveur de secours ne détient rien en propre\u202F: quand il prend le relais, il exécute ce qu’a le serveur qu’il secourt.',
  overlap: 'Double fonctionnement possible',
  hours: count('heure', 'heures'),
  whileItRuns:
    'S’il a pris le relais, il peut continuer là où il est\u202F: tous les jours restants comptent alors comme utilisés. Exécutez-y d’abord «\u202Fstandby\u202F», si c’est possible.',
};
