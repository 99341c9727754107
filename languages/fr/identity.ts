import type { IdentityTexts } from '../texts/identity.ts';

export const identity: IdentityTexts = {
  title: 'Connexion',
  introduction:
    'Les personnes du compte peuvent se connecter par le fournisseur OpenID Connect du compte, au lieu de passer par un e-mail.',
  issuer: 'Émetteur (issuer)',
  issuerHelp: 'L’adresse en https par laquelle le fournisseur se désigne lui-même, telle que login.example.com.',
  clientId: 'Identifiant du client',
  clientSecret: 'Secret du client',
  clientSecretHelp:
    'Il n’est plus montré à personne. Laissez le champ vide pour garder celui qui existe\u202F; un autre émetteur ou client demande de le saisir de nouveau.',
  returnAddress: 'Indiquez au fournisseur cette adresse de retour\u202F:',
  required: 'N’admettre dans ce compte que par ce fournisseur',
  requiredHelp:
    'Possible dès que quelqu’un s’est connecté par lui. Les sessions ouvertes par e-mail prennent alors fin. Les clés d’API restent valables.',
  save: 'Enregistrer',
  saved: 'Le fournisseur a été enregistré.',
  remove: 'Supprimer le fournisseur',
  removing: {
    title: 'Supprimer le fournisseur\u202F?',
    consequences: [
      'Les sessions ouvertes par lui prennent fin.',
      'Les personnes du compte se connectent de nouveau par e-mail.',
    ],
    button: 'Supprimer le fournisseur',
  },
  check: 'Vérifier le fournisseur',
  checked: 'Le fournisseur répond, et c’est bien celui qui est configuré.',
  checkFailed: 'Quelque chose ne va pas avec le fournisseur',
  domains: 'Domaines des adresses e-mail',
  domainsHelp:
    'Le fournisseur ne répond que des adresses de ces domaines. L’éditeur les fixe et s’assure qu’ils appartiennent au compte\u202F: demandez-lui-en d’autres. Un par ligne.',
  noDomains: 'Aucun pour le moment\u202F: personne ne peut se connecter par le fournisseur.',
  saveDomains: 'Enregistrer les domaines',
  wrong: {
    title: 'Rien n’a été enregistré',
    issuer:
      'Saisissez une adresse qui commence par https et qui est accessible depuis Internet, sans point d’interrogation.',
    clientId: 'Saisissez l’identifiant du client tel que le fournisseur l’affiche.',
    clientSecret: 'Saisissez le secret du client\u202F: un autre émetteur ou client le demande de nouveau.',
    unproven:
      'Personne ne s’est encore connecté par ce fournisseur. Enregistrez-le sans cette option, connectez-vous une fois par lui, puis choisissez-la\u202F: ainsi, personne ne reste dehors.',
    domains: 'Saisissez des domaines tels que example.com, un par ligne, qui n’appartiennent à aucun autre compte.',
  },
  offerTitle: 'Se connecter par votre fournisseur',
  offer: 'Les adresses de ce domaine peuvent se connecter par leur propre fournisseur.',
  offerRequired: 'Les adresses de ce domaine se connectent par leur propre fournisseur.',
  goTo: (host) => `Aller à ${host}`,
  beside: 'Vous êtes-vous connecté dans l’autre onglet\u202F?',
  byMail: 'Ou recevez un lien par e-mail.',
  byMailRequired:
    'Vous appartenez aussi à d’autres comptes\u202F? Pour ceux qui n’exigent pas ce fournisseur, recevez un lien.',
  sendMail: 'Recevoir un e-mail',
  failedTitle: 'Vous n’êtes pas connecté',
  again: 'Se connecter de nouveau',
  ended: 'Votre fournisseur ne confirme plus votre connexion. Connectez-vous de nouveau.',
  troubles: {
    unreachable:
      'Le fournisseur ne répond pas pour le moment. Réessayez dans une minute\u202F; si cela continue, prévenez votre administrateur.',
    'no-provider':
      'À l’adresse du fournisseur, il n’y a aucun fournisseur OpenID Connect. Votre administrateur doit la corriger.',
    'other-issuer':
      'Un autre fournisseur que celui qui est configuré a répondu. Votre administrateur doit comparer l’émetteur.',
    'client-refused':
      'Le fournisseur ne connaît pas ce service, ou son secret est différent. Votre administrateur doit saisir de nouveau le client.',
    'key-unknown':
      'La réponse du fournisseur n’est signée par aucune de ses clés\u202F: personne n’a été connecté. Réessayez\u202F; si cela continue, prévenez votre administrateur.',
    over: 'La réponse du fournisseur a déjà expiré. Réessayez\u202F; si cela continue, l’horloge du fournisseur est fausse.',
    'other-audience':
      'La réponse du fournisseur est destinée à un autre service\u202F: personne n’a été connecté. Prévenez votre administrateur.',
    'other-round':
      'La réponse du fournisseur correspond à une autre demande\u202F: personne n’a été connecté. Recommencez.',
    denied:
      'Le fournisseur ne vous a pas connecté, ou vous êtes revenu en arrière. Recommencez, ou demandez l’accès à votre administrateur.',
    unverified:
      'Le fournisseur ne dit pas que votre adresse e-mail est vérifiée. Demandez à votre administrateur de la vérifier chez lui.',
    'other-domain':
      'Votre adresse e-mail chez le fournisseur est d’un domaine qui n’appartient pas au compte. Demandez le domaine à l’éditeur.',
    'no-member':
      'Votre adresse e-mail n’appartient pas au compte ici. Demandez à un administrateur du compte de l’inviter.',
    lost: 'Cette connexion a été commencée dans un autre navigateur, ou il y a trop longtemps, ou elle est déjà terminée. Recommencez.',
    failed:
      'La réponse du fournisseur n’a pas pu être comprise\u202F: personne n’a été connecté. Réessayez\u202F; si cela continue, prévenez votre administrateur.',
  },
};
