import type { HomeTexts, UnlockTexts, OrdersTexts } from '../texts/orders.ts';

export const home: HomeTexts = {
  title: 'De la commande à l’activation',
  signInText: 'Pour les revendeurs, les distributeurs, les clients et l’éditeur, avec un lien envoyé par e-mail.',
  introduction:
    'Les licences de l’AppSuite sont livrées ici dans le Smart Account du client, déverrouillées par le revendeur, attribuées à des serveurs et activées.',
  api: 'API',
  apiText: 'Tous les appels de l’API, à lire et à essayer.',
  openapi: 'Document OpenAPI',
  openapiText: 'La même chose, pour les programmes.',
  mailboxText: 'Les e-mails envoyés. Aucun n’est sorti de ce service.',
};

export const unlock: UnlockTexts = {
  title: 'Déverrouiller des licences',
  canceled: 'Cette commande a été annulée.',
  canceledText: 'Ses licences ne peuvent plus être déverrouillées ni utilisées.',
  ended: 'Cette commande est terminée.',
  endedText: 'Ses licences ont pris fin, et il ne reste rien à déverrouiller.',
  suspended: 'Cette commande est suspendue.',
  suspendedText:
    'Vous pouvez déverrouiller ses licences et les attribuer, mais aucun serveur ne peut les utiliser tant que l’éditeur n’a pas levé la suspension.',
  taken: 'Votre déverrouillage est pris en compte.',
  takenText:
    'Il est effectué dès que possible, même si vous fermez cette page. Le résultat s’affiche ici automatiquement.',
  unlockedOn: 'Déverrouillées le',
  unlockedText: (customer) =>
    `${customer} a ces licences dans son Smart Account. Une fois attribuées à un serveur, elles sont activées avec le jeton d’activation de ce serveur.`,
  consequence: (customer) =>
    `Une fois ces licences déverrouillées, ${customer} les voit dans son Smart Account et peut les attribuer à des serveurs.`,
  consequenceDirect: 'Une fois déverrouillées, ces licences peuvent être attribuées à des serveurs.',
  final: 'Elles ne peuvent être reverrouillées que tant que rien n’en est attribué.',
  changed: 'Cette livraison a été modifiée entre-temps.',
  changedText:
    'Rien n’a été déverrouillé. Cette page montre la livraison telle qu’elle est maintenant\u202F: vérifiez-la et confirmez de nouveau.',
  button: 'Déverrouiller ces licences',
};

export const orders: OrdersTexts = {
  title: 'Commandes',
  search: 'Rechercher commandes et parties',
  empty: {
    title: 'Pas encore de commandes',
    text: 'Celles que l’ERP transmet apparaissent ici dès qu’elles sont livrées.',
  },
  placed: 'Passée le',
  direct: 'Vente directe',
  stage: 'Étape',
  stages: {
    all: 'Toutes',
    locked: 'Verrouillées',
    unlocked: 'Déverrouillées',
    assigned: 'Attribuées',
    activated: 'Activées',
  },
  statusTexts: {
    suspended:
      'Ses licences restent attribuées, mais aucun serveur ne peut les utiliser tant que l’éditeur n’a pas levé la suspension.',
    canceled: 'Ses licences ont pris fin et ne peuvent pas être utilisées.',
    ended: 'Toutes ses licences ont pris fin.',
  },
  lines: 'Lignes',
  deliveries: 'Livraisons',
  delivered: 'Livrée le',
  unlocked: 'déverrouillée le',
  unlock: 'Déverrouiller',
  mails: {
    due: 'E-mail en cours d’envoi',
    sent: 'E-mail envoyé',
    delivered: 'E-mail distribué',
    bounced: 'E-mail non distribué',
    unknown: 'E-mail\u202F: sort inconnu',
    superseded: 'E-mail remplacé avant son départ',
  },
  sendAgain: 'Renvoyer l’e-mail',
  sendAgainTo: (address) =>
    `Le même e-mail est envoyé à ${address}, avec le bouton de déverrouillage actuellement valable.`,
  sendAgainButton: 'Envoyer',
  resent: 'L’e-mail est en cours de renvoi.',
  resentText: 'Il a le même contenu et le bouton de déverrouillage actuellement valable.',
  replaceLink: 'Remplacer le lien',
  replaceLinkConsequences: [
    'Le lien de déverrouillage de tous les e-mails envoyés jusqu’ici pour cette livraison cesse aussitôt de fonctionner\u202F; la personne qui l’ouvre lit qu’il a été remplacé.',
    'La livraison reste verrouillée, et rien d’autre ne change.',
    'Aucun e-mail ne part de lui-même\u202F: renvoyez-le ensuite, pour que son destinataire reçoive le nouveau lien.',
  ],
  linkReplaced: 'Le lien de déverrouillage a été remplacé.',
  linkReplacedText:
    'Les e-mails précédents ne déverrouillent plus rien. Renvoyez l’e-mail, pour que son destinataire reçoive le nouveau lien.',
  plannedEnd: 'Annulation à partir du',
  plannedCapacity: 'À partir du',
  meant: 'Intention à l’échéance',
  doers: { link: 'le lien de l’e-mail', operator: 'un opérateur du service' },
  life: 'Historique',
  noLife: 'Il ne s’est encore rien passé.',
  renewed: (capacity, application) => `${application}\u202F: ${capacity}, comme avant`,
  reducedFrom: (capacity, application, day) => `${application}\u202F: réduction à ${capacity} à partir du ${day}`,
  reduced: (capacity, application, former) => `${application}\u202F: réduction de ${former} à ${capacity}`,
  temporal: 'Ouvrir dans Temporal',
};
