import type { BatchesTexts } from '../texts/batches.ts';
import { counted } from '../plural.ts';

export const batches: BatchesTexts = {
  title: 'Lots',
  introduction: 'De nombreuses commandes, renouvellements, extensions ou annulations à la fois, par un fichier.',
  none: {
    title: 'Pas encore de lots',
    text: 'Choisissez un fichier ci-dessous\u202F: voyez d’abord ce qu’il ferait, puis faites-le exécuter.',
  },
  kinds: {
    orders: 'Commandes',
    renewals: 'Renouvellements',
    expansions: 'Extensions',
    cancellations: 'Annulations',
  },
  states: { running: 'En cours', paused: 'En pause', done: 'Terminé', canceled: 'Annulé' },
  outcomes: { done: 'Fait', refused: 'Refusé', waiting: 'En attente' },
  any: 'Tous',
  kind: 'Contenu du fichier',
  what: 'Que faire',
  look: 'Voir d’abord\u202F: il ne se passe rien',
  run: 'Exécuter',
  file: 'Fichier',
  fileHelp:
    'JSON de 1\u202FMo au plus, NDJSON ou CSV de 64\u202FMo et 50\u202F000\u202Féléments au plus, en UTF-8. La documentation de l’API décrit leur contenu.',
  start: 'Envoyer le fichier',
  preview: 'Voir seulement',
  previewed: {
    title: 'Voici ce que cela ferait\u202F; rien ne s’est passé',
    text: 'Corrigez ce qui est refusé. Envoyez ensuite de nouveau le fichier, pour qu’il soit exécuté.',
  },
  over: {
    title: 'Exécuté',
    text: 'Ce qui a été refusé peut être corrigé et renvoyé\u202F: ce qui est déjà fait n’est pas fait deux fois.',
  },
  startedAt: 'Début',
  by: 'Par',
  progress: (done, total) => `${done} sur ${total}`,
  refused: counted('fr', { one: '# refusé', other: '# refusés' }),
  asks: { running: 'Reprendre', paused: 'Pause', canceled: 'Annuler' },
  canceling: {
    title: 'Annuler ce lot',
    consequences: [
      'Ce qui est fait reste fait.',
      'Ce qui attend n’est pas exécuté et ne peut pas être relancé ici\u202F: envoyez-le dans un autre fichier.',
    ],
    button: 'Annuler le lot',
  },
  items: 'Éléments',
  order: 'Commande',
  outcome: 'Résultat',
  why: 'Pourquoi, et que faire',
  download: 'Télécharger le résultat de chaque élément (CSV)',
  nothing: 'Il n’y a rien ici.',
  wrong: {
    title: 'Rien n’a été pris en compte',
    file: 'Choisissez un fichier.',
    kindOfFile:
      'Le fichier est illisible. Il faut du JSON avec une liste, du NDJSON, ou du CSV avec des virgules et une ligne de colonnes connues, en UTF-8.',
    tooLarge:
      'Le fichier est trop volumineux\u202F: 1\u202FMo au plus pour JSON, 64\u202FMo et 50\u202F000\u202Féléments pour les autres.',
  },
};
