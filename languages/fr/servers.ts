import type { ServersTexts, TokenTexts, OfflineTexts, TroublesTexts } from '../texts/servers.ts';

export const servers: ServersTexts = {
  title: 'Serveurs',
  add: 'Ajouter un serveur',
  addTitle: 'Ajouter un serveur',
  addButton: 'Ajouter ce serveur',
  addedBefore: (name) => `Ce formulaire a déjà créé un serveur, nommé ${name}`,
  addedBeforeText: 'Ouvrez-le, ou envoyez de nouveau le formulaire pour en créer un autre sous le nom ci-dessous.',
  name: 'Nom',
  nameHelp: 'Comme vous l’appelez entre vous, par exemple «\u202FStandard principal\u202F».',
  role: 'Rôle',
  server: 'Serveur',
  state: 'État',
  holds: 'Ce qu’il a',
  kept: 'conservé jusqu’au renouvellement',
  holdsNothing:
    'Rien n’est encore attribué à ce serveur. Dès que ce sera le cas, son jeton d’activation s’affichera ici.',
  nothing: 'Rien',
  silent: 'Sans contact',
  empty: 'Pas encore de serveurs. Attribuez quelque chose, et nommez le serveur concerné dans la même étape.',
  emptyWithoutLicenses: 'Pas encore de serveurs.',
  life: 'Où il en est',
  steps: { registered: 'Enregistré', waiting: 'Attribué, jeton créé', activated: 'Activé' },
  next: {
    registered: 'Étape suivante\u202F: attribuez-lui quelque chose.',
    waiting: 'Étape suivante\u202F: collez son jeton d’activation dans l’AppSuite.',
    activated: 'Rien à faire\u202F: les modifications de capacité et d’échéance lui parviennent d’elles-mêmes.',
  },
  nextOffline:
    'Il est hors ligne\u202F: ce qui est modifié ici lui parvient par un nouvel échange de requête et de réponse.',
  retiredText: 'Ce serveur a été mis hors service. Plus rien ne peut lui être attribué.',
  contact: 'Contact',
  lastContact: 'Dernier contact',
  nextContact: 'Prochain contact',
  contactOverdue: 'Contact en retard depuis',
  never: 'Jamais',
  version: 'Version de l’AppSuite',
  mode: 'Activation',
  modes: { online: 'En ligne', offline: 'Hors ligne' },
  id: 'ID',
  actions: 'Quand quelque chose change',
  events: 'Historique',
  change: 'Modifier le nom ou le rôle',
  changeButton: 'Enregistrer',
  replace: 'Remplacer une machine en panne',
  replaceTitle: 'Remplacer la machine de ce serveur',
  replaceButton: 'Créer le jeton pour la nouvelle machine',
  replaceConsequences: [
    'Le serveur garde son nom, sa place et tout ce qui lui est attribué.',
    'Vous obtenez un nouveau jeton d’activation, à coller dans l’AppSuite sur la nouvelle machine.',
    'Le jeton de l’ancienne machine n’active plus rien.',
    'Si l’ancienne machine fonctionne encore, elle peut continuer jusqu’à l’activation de la nouvelle, puis jusqu’à la fin du bail de sa licence\u202F: 30 jours au plus pour les abonnements.',
  ],
  offlineFirst:
    'Ce serveur est hors ligne. Ce qu’il a reste sur sa machine tant que celle-ci ne l’a pas restitué\u202F: aucune autre machine ne peut prendre sa place avant.',
  offlineReturn: 'Coller la chaîne de restitution de la machine',
  offlineDead:
    'Si la machine est hors d’usage et ne peut plus produire de chaîne de restitution, adressez-vous à l’éditeur\u202F: lui seul peut alors libérer le serveur.',
  givenBack: (applications) => `Déjà restitué\u202F: ${applications}. Tout le reste est inchangé.`,
  override: 'Libérer sans restitution',
  overrideTitle: 'Libérer un serveur hors ligne sans sa restitution',
  overrideReason: 'Motif, visible par toute personne qui voit le serveur',
  overrideReasonMissing: 'Indiquez le motif, pour que d’autres puissent le comprendre plus tard.',
  overrideButton: 'Libérer',
  overrideConsequences: [
    'Le serveur n’est plus lié à sa machine\u202F: son jeton d’activation fonctionne sur une autre.',
    'Il garde tout ce qui lui est attribué, et cela peut de nouveau être modifié.',
    'Le document de l’ancienne machine ne peut pas être rappelé\u202F: si elle fonctionne encore, ses licences perpétuelles sont utilisées deux fois.',
    'Les requêtes de l’ancienne machine ne comptent plus. Cette action est irréversible.',
  ],
  retire: 'Mettre ce serveur hors service',
  retireTitle: 'Mettre ce serveur hors service',
  retireButton: 'Mettre hors service',
  retireConsequences: [
    'Tout ce qui lui est attribué est libéré aussitôt.',
    'Il n’est plus affiché, et son jeton d’activation ne fonctionne plus. Cette action est irréversible.',
    'S’il fonctionne encore, il peut continuer jusqu’à la fin du bail de sa licence\u202F: 30 jours au plus pour les abonnements.',
  ],
};

export const token: TokenTexts = {
  show: 'Afficher le jeton',
  copy: 'Copier le jeton',
  copied: 'Le jeton d’activation a été copié.',
  notCopied: 'La copie n’est pas possible ici. Affichez le jeton et copiez-le à la main.',
  issued: 'Créé le',
  redeemed: 'Utilisé le',
  unused: 'Pas encore utilisé.',
  how: 'Comment activer',
  steps: [
    'Ouvrez l’administration de l’AppSuite sur le serveur, version Winter 2020 ou ultérieure.',
    'Collez le jeton là où le jeton d’activation est demandé. Les majuscules, les minuscules, les espaces et les tirets n’ont pas d’importance.',
    'Le serveur se connecte à cette adresse en HTTPS, port 443, et affiche ses licences. Cette page l’affiche aussi, d’elle-même.',
  ],
  offline: 'Le serveur n’a pas de connexion',
  rotate: 'Créer un nouveau jeton',
  rotateTitle: 'Créer un nouveau jeton d’activation',
  rotateButton: 'Créer un nouveau jeton',
  rotateConsequences: [
    'Le jeton actuel cesse aussitôt de fonctionner. Toute personne qui l’utilise apprend qu’il a été remplacé.',
    'Un serveur activé le reste\u202F: il n’y a rien à y faire.',
    'La prochaine activation demande le nouveau jeton.',
  ],
};

export const offline: OfflineTexts = {
  title: 'Activer sans connexion',
  notCopied: 'La copie n’est pas possible ici. Sélectionnez la réponse et copiez-la à la main.',
  copied: 'La réponse a été copiée.',
  unreadable: 'Ce n’est pas la chaîne demandée. Rien n’a été modifié.',
  wrong: {
    empty: 'Rien n’a été collé. Copiez toute la chaîne que l’AppSuite affiche.',
    'activation-token': 'C’est un jeton d’activation. Il se colle dans l’AppSuite, pas ici.',
    unknown: 'Ce n’est pas une chaîne d’une AppSuite, ou il en manque le début. Copiez-la en entier.',
    'a-request': 'C’est une requête, pas une restitution. Collez-la plus haut, pour activer hors ligne.',
    'a-return': 'C’est une restitution, pas une requête. Collez-la plus bas, sous «\u202FRestituer\u202F».',
    'a-response': 'C’est une réponse, pas la requête de l’AppSuite. Collez-la dans l’AppSuite.',
    'cut-off': 'Elle est tronquée ou endommagée. Copiez-la en entier, jusqu’à la fin.',
    'too-long': 'Il y a quelque chose après sa fin. Copiez la chaîne seule.',
    incomplete: 'Elle ne dit pas tout ce qu’elle doit dire. Créez-en une nouvelle dans l’AppSuite.',
    altered: 'Elle a été altérée en chemin. Copiez-la de nouveau depuis l’AppSuite.',
    'another-server': 'Elle vient d’un autre serveur. Collez-la sur la page de ce serveur-là.',
    'another-machine': 'Elle vient d’une autre machine que celle qui est hors ligne.',
  },
  introduction:
    'Pour les licences perpétuelles sur un serveur qui ne peut pas se connecter. Le support avancé, le support proactif et les services cloud demandent une connexion.',
  request: '1. Prendre la requête dans l’AppSuite',
  requestHelp: 'L’AppSuite l’affiche sous l’activation hors ligne. Collez-la en entier.',
  button: '2. Créer la réponse',
  response: '3. Coller la réponse dans l’AppSuite',
  responseHelp: 'Copiez-la en entier. La même requête donne toujours la même réponse.',
  copy: 'Copier la réponse',
  proof: 'Restituer',
  proofHelp:
    'Pour libérer la capacité d’un serveur hors ligne, collez la chaîne de restitution que son AppSuite a créée.',
  proofButton: 'Restituer',
  returned: 'Le serveur a été restitué. Sa capacité peut de nouveau être modifiée.',
};

export const troubles: TroublesTexts = {
  silent: 'Ce serveur ne prend plus contact',
  silentText:
    'Vérifiez qu’il fonctionne et atteint cette adresse en HTTPS, port 443. Ses abonnements s’arrêtent à la fin de son bail.',
  nearlyUsed: (application, used, assigned) =>
    `${application} est presque à bout de capacité\u202F: utilisation de ${used} sur ${assigned}`,
  nearlyUsedText:
    'Attribuez-en davantage à ce serveur, ou demandez-en à votre revendeur, avant que quelqu’un ne soit refusé.',
  missing: (application, required) => `${application} nécessite ${required} sur le même serveur`,
  missingText: 'Tant que cela n’est pas attribué ici aussi, l’application ne fonctionne pas.',
  refused: {
    ALREADY_RETURNED: 'Le serveur a utilisé une requête hors ligne qui ne compte plus',
    ONLINE_REQUIRED: 'Le serveur a tenté de s’activer hors ligne, mais a besoin d’une connexion',
    RETURN_REQUIRED: 'Une autre machine a tenté de s’activer alors que ce serveur est hors ligne',
    TOKEN_BOUND_ELSEWHERE: 'Une autre machine a tenté d’utiliser le jeton de ce serveur',
    TOO_MANY_MACHINES: 'Ce serveur a changé de machine trop souvent',
    TOO_MANY_REINSTALLS: 'L’AppSuite de ce serveur a été réinstallée trop souvent',
    VERSION_TOO_OLD: 'L’AppSuite de ce serveur est trop ancienne',
    NOTHING_ASSIGNED: 'Le serveur a tenté de s’activer, mais rien ne lui est attribué',
    TOKEN_ROTATED: 'Le serveur a tenté de s’activer avec un jeton qui a été remplacé',
  },
  refusedOther: 'Une activation a été refusée',
  remedies: {
    ALREADY_RETURNED: 'Son activation hors ligne a été restituée depuis. Créez une nouvelle requête dans l’AppSuite.',
    ONLINE_REQUIRED:
      'Les abonnements demandent une connexion. Activez-le en ligne, ou retirez-les d’abord de ce serveur.',
    RETURN_REQUIRED:
      'Restituez d’abord l’activation hors ligne de l’ancienne machine. Si cette machine est hors d’usage, adressez-vous à l’éditeur.',
    TOKEN_BOUND_ELSEWHERE:
      'Si le serveur est passé sur cette machine, remplacez la machine ici et utilisez le nouveau jeton.',
    TOO_MANY_MACHINES: 'Demandez à l’éditeur de créer un nouveau jeton.',
    TOO_MANY_REINSTALLS:
      'Conservez son dossier d’un redémarrage à l’autre\u202F; si plusieurs machines ont la même empreinte, donnez à chacune la sienne. Demandez ensuite à l’éditeur de créer un nouveau jeton.',
    VERSION_TOO_OLD: 'Mettez-la à jour vers Winter 2020 ou une version ultérieure, puis collez de nouveau le jeton.',
    NOTHING_ASSIGNED: 'Attribuez-lui quelque chose, puis collez de nouveau le jeton.',
    TOKEN_ROTATED: 'Copiez le jeton actuel depuis cette page et collez-le de nouveau.',
  },
  replace: 'Remplacer la machine',
  clone: 'Deux machines utilisent l’identité de ce serveur',
  cloneText: 'Il a probablement été cloné. Gardez-en une, et activez l’autre comme un serveur à part entière.',
  snapshot: 'Ce serveur a été restauré à partir d’un instantané',
  snapshotText:
    'Il continue de fonctionner. Si une copie fonctionne ailleurs, activez-la comme un serveur à part entière.',
};
