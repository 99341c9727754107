import type { AddressCorrectionTexts } from '../texts/address-correction.ts';

export const addressCorrection: AddressCorrectionTexts = {
  title: 'Corriger une adresse e-mail',
  explained:
    'Pour une adresse mal saisie, ou qui n’existe plus. Tout ce qui en a découlé est corrigé en une seule étape.',
  wrong: 'Adresse erronée',
  right: 'Adresse correcte',
  button: 'Corriger',
  consequences: [
    'Le compte reçoit l’adresse correcte\u202F; la personne qui y reçoit ses e-mails devient administrateur et en est informée par e-mail.',
    'La personne qui reçoit ses e-mails à l’adresse erronée n’appartient plus au compte et est déconnectée.',
    'Les liens de déverrouillage envoyés à l’adresse erronée ne fonctionnent plus\u202F; l’adresse correcte reçoit chaque e-mail avec un nouveau lien.',
  ],
  notAnAddress: 'Ce n’est pas une adresse e-mail.',
  same: 'C’est l’adresse erronée.',
  unknown: 'Ni le compte ni aucune des personnes qui en font partie n’a cette adresse.',
  done: (address) => `L’adresse est maintenant ${address}.`,
  doneText: 'L’ancienne adresse n’appartient plus au compte.',
  links: 'De nouveaux liens ont été envoyés pour ces commandes\u202F:',
  noLinks: 'Aucun lien n’a dû être remplacé.',
  due: 'L’e-mail de ces commandes est encore en route vers l’adresse erronée. Une fois parti, un nouveau sera envoyé automatiquement à la bonne.',
  made: 'Ce que la mauvaise adresse a créé, modifié ou laissé entrer fonctionne toujours. Si un inconnu la lit, supprimez chacun de ces éléments\u202F:',
  kinds: { key: 'Clé', member: 'Membre', webhook: 'Webhook' },
};
