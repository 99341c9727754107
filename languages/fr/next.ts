import type { NextTexts } from '../texts/next.ts';

export const next: NextTexts = {
  assign: 'Attribuer ces licences',
  assignFree: 'Attribuer ce qui est libre',
  orFile: 'Ou choisissez le fichier écrit par l’AppSuite',
  download: 'Télécharger en fichier',
  tooLarge: 'Ce fichier est trop volumineux pour une chaîne d’une AppSuite. Choisissez celui que l’AppSuite a écrit.',
  toServer: 'Aller au serveur',
  unlockChosen: 'Déverrouiller la sélection',
  choose: (order) => `Sélectionner la commande ${order}`,
  unlocking: 'Déverrouiller plusieurs commandes',
  unlockingText:
    'Après le déverrouillage, chaque client voit ses licences dans son Smart Account et peut les attribuer à des serveurs. Elles ne peuvent être reverrouillées que tant que rien n’est attribué.',
  unlockAll: (count) => `Déverrouiller (${count})`,
  nothingChosen: 'Aucune sélection à déverrouiller',
  nothingChosenText: 'Sélectionnez dans la liste des commandes dont une partie est verrouillée.',
  toOrders: 'Aller aux commandes',
  unlocked: 'Déverrouillé',
  beingUnlocked: 'Votre déverrouillage est pris en compte',
  changed: 'Modifié entre-temps, et non déverrouillé\u202F: vérifiez de nouveau et confirmez.',
};
