import type { OrderChangesTexts } from '../texts/order-changes.ts';
import { counted } from '../plural.ts';

export const orderChanges: OrderChangesTexts = {
  menu: 'Modifier cette commande',
  notNow: 'Impossible actuellement',
  changes: {
    place: {
      title: 'Créer une commande',
      explained:
        'Pour les commandes qu’aucun ERP ne transmet. Elles arrivent verrouillées, et la société qui les a vendues reçoit un e-mail avec le bouton de déverrouillage.',
      done: 'La commande a été créée.',
      next: 'Son vendeur reçoit l’e-mail et la déverrouille\u202F; vous pouvez aussi la déverrouiller ici.',
    },
    amend: {
      title: 'Corriger',
      explained:
        'Tout peut encore être corrigé, car la commande n’a pas encore eu de suites. Modifiez ce qui est faux et laissez le reste.',
      done: 'La commande a été corrigée.',
      next: 'L’ancien lien de déverrouillage ne fonctionne plus. L’e-mail rectifié part 10 minutes après la dernière correction.',
    },
    expand: {
      title: 'Ajouter des licences',
      explained:
        'Les licences supplémentaires arrivent dans une livraison à part\u202F: verrouillées, avec un e-mail à part.',
      done: 'Les licences ont été ajoutées, verrouillées.',
      next: 'Leur vendeur reçoit l’e-mail et les déverrouille\u202F; elles peuvent alors être attribuées.',
    },
    renew: {
      title: 'Renouveler',
      explained:
        'Les licences sont prolongées jusqu’à un dernier jour plus tardif. Les serveurs l’apprennent d’eux-mêmes\u202F; personne n’a rien à faire.',
      done: 'La commande a été renouvelée.',
      next: 'Le renouvellement peut être retiré pendant 14 jours, depuis le même menu.',
    },
    convert: {
      title: 'Changer le type d’une licence',
      explained:
        'Une évaluation devient un abonnement ou une licence perpétuelle, un abonnement devient une licence perpétuelle. La capacité et les serveurs restent tels quels.',
      done: 'La licence est maintenant d’un autre type.',
      next: 'Les serveurs l’apprennent à leur prochain contact\u202F; personne n’a rien à faire.',
    },
    'change-seller': {
      title: 'Confier à un autre revendeur',
      explained:
        'L’ancien revendeur ne voit plus la commande. Ce qui est verrouillé est envoyé au nouveau par e-mail, avec un nouveau lien.',
      done: 'La commande a un autre revendeur.',
      next: 'Ce qui est verrouillé lui a été envoyé.',
    },
    transfer: {
      title: 'Transférer à un autre client',
      explained:
        'L’ancien client ne voit plus la commande. Les jours de la commande commencent toujours dans le même fuseau horaire.',
      done: 'La commande appartient à un autre client.',
      next: 'Ce qui est déverrouillé peut être attribué aux serveurs de ce client.',
    },
    'change-time-zone': {
      title: 'Changer son fuseau horaire',
      explained: 'Il détermine quand commencent et finissent les premiers et derniers jours. Le passé ne change pas.',
      done: 'Les jours de la commande commencent dans un autre fuseau horaire.',
      next: 'Les serveurs l’apprennent à leur prochain contact.',
    },
    lock: {
      title: 'Reverrouiller',
      explained:
        'Le client ne voit plus les licences jusqu’à leur prochain déverrouillage. Le lien de l’e-mail fonctionne de nouveau.',
      done: 'La livraison est de nouveau verrouillée.',
      next: 'Déverrouillez-la ici, ou avec le lien de l’e-mail.',
    },
    suspend: {
      title: 'Suspendre',
      explained:
        'Les serveurs gardent ce qu’ils détiennent et ne peuvent pas l’utiliser tant que la suspension n’est pas levée.',
      done: 'La commande est suspendue.',
      next: 'Les serveurs l’apprennent à leur prochain contact, dans un délai d’un jour. Levez la suspension depuis le même menu.',
    },
    resume: {
      title: 'Lever la suspension',
      explained: 'Les serveurs peuvent de nouveau utiliser ce qu’ils détiennent de la commande.',
      done: 'La suspension a été levée.',
      next: 'Les serveurs l’apprennent à leur prochain contact, dans un délai d’un jour.',
    },
    cancel: {
      title: 'Annuler',
      explained:
        'Toutes les licences ou certaines d’entre elles prennent fin, maintenant ou un jour à venir. L’annulation peut être retirée pendant 14 jours.',
      done: 'L’annulation a été prise en compte.',
      next: 'Elle peut être retirée pendant 14 jours, depuis le même menu.',
    },
    withdraw: {
      title: 'Retirer un renouvellement ou une annulation',
      explained:
        'Ses licences redeviennent ce qu’elles étaient, et les serveurs retrouvent ce qu’ils avaient perdu de ce fait.',
      done: 'Le retrait a été effectué.',
      next: 'Ses licences sont redevenues ce qu’elles étaient.',
    },
    'withdraw-plan': {
      title: 'Retirer ce qui est prévu',
      explained: 'Ce qui n’a pas encore eu lieu n’aura pas lieu.',
      done: 'Ce qui était prévu a été retiré.',
      next: 'La licence reste telle quelle.',
    },
  },
  nothing: {
    resume: 'La commande n’est pas suspendue.',
    lock: 'Rien n’en est déverrouillé.',
    withdraw: 'Rien n’a été renouvelé ni annulé ces 14 derniers jours.',
    'withdraw-plan': 'Rien n’est prévu.',
    other: 'Il n’y a rien à modifier.',
  },
  stillAssigned: 'Des serveurs en détiennent une partie. Celle-ci doit d’abord être rendue.',
  soon: 'La demande est prise en compte et apparaîtra ici dans un instant.',
  fields: {
    number: 'Numéro de commande',
    reference: 'Référence de cette modification',
    referenceHelp:
      'Votre propre numéro pour elle. Envoyée deux fois sous la même référence, elle n’est faite qu’une fois.',
    reason: 'Motif',
    party: 'Nom ou ID',
    partyHelp: 'Pour un compte qui existe, cela suffit.',
    resellerHelp: 'Pour un compte qui existe, cela suffit. Laissez vide s’il n’y en a pas.',
    name: 'Nom',
    email: 'E-mail',
    newAccount: 'Nouveau, ou avec d’autres données',
    timeZone: 'Fuseau horaire',
    locale: 'Langue de ses e-mails',
    lines: 'Licences',
    line: (number) => `Licence ${number}`,
    lineReference: 'Votre numéro de ligne',
    license: 'Type',
    startsOn: 'Premier jour',
    startsOnHelp: 'Aujourd’hui si ce champ est vide.',
    endsOn: 'Dernier jour',
    endsOnHelp: 'Un abonnement qui n’en a pas prend fin avec les autres de la commande.',
    careLevel: 'Maintenance',
    careHelp: 'Un abonnement la comprend\u202F: Gold si aucune n’est choisie.',
    careEndsOn: 'Dernier jour de maintenance',
    renewUntil: 'Nouveau dernier jour',
    reduceTo: 'Réduire à',
    linesToRenew: 'Ce qui est renouvelé',
    linesToCancel: 'Ce qui est annulé',
    cancelOn: 'Annulation à partir du',
    cancelOnHelp: 'Immédiate si ce champ est vide ou si ce jour est déjà venu.',
    becomes: 'Devient',
    delivery: 'Livraison',
    fact: 'Ce qui est retiré',
    plan: 'Ce qui est prévu',
    confirmFar: 'Un dernier jour dans plus de dix ans est bien voulu',
    none: 'Aucune',
  },
  withdrawable: {
    renewal: (reference) => `Renouvellement ${reference}`,
    cancellation: (reference) => `Annulation ${reference}`,
  },
  wrong: {
    missing: 'Remplissez ce champ.',
    id: 'Lettres, chiffres, points, traits d’union et traits de soulignement, 80 au plus, avec une lettre ou un chiffre au début.',
    text: 'C’est trop long, ou contient des caractères qui ne peuvent pas être affichés.',
    email: 'Ce n’est pas une adresse e-mail.',
    capacity: 'Un nombre entier de 1 à 1\u202F000\u202F000, en chiffres seuls.',
    day: 'Ce jour n’existe pas ou peut se lire de deux façons\u202F: écrivez-le comme 2026-12-31.',
    choice: 'Choisissez l’une de ces valeurs.',
    timeZone: 'Ce fuseau horaire n’existe pas. Exemple\u202F: Europe/Paris.',
    locale: 'Ce n’est pas un code de langue tel que fr ou fr-CH.',
    endsOn:
      'Ce dernier jour n’est pas possible. Un abonnement et une évaluation en ont besoin, une licence perpétuelle n’en a pas\u202F; il ne précède pas le premier jour, une évaluation dure 90 jours au plus, et une durée de plus de dix ans se confirme ci-dessous.',
    careEndsOn:
      'Ce dernier jour de maintenance n’est pas possible. Une licence perpétuelle avec maintenance en a besoin\u202F; celle d’un abonnement prend fin avec lui.',
    care: 'Une évaluation n’a pas de maintenance.',
    lines: 'Il faut au moins une licence, et 200 au plus.',
    otherKind: 'Ce compte est d’un autre type\u202F: il ne peut pas tenir ce rôle dans une commande.',
    unknownParty: 'Personne n’est connu sous ce nom. Pour un nouveau compte, indiquez le nom et l’e-mail.',
    nothingTyped: 'Modifiez d’abord quelque chose\u202F: la commande est déjà ainsi.',
    refused: 'Ce n’est pas possible.',
    severalParties: (names) => `Plusieurs comptes correspondent. Saisissez l’ID de l’un d’eux\u202F: ${names}`,
  },
  notAll: 'Quelque chose manque ou n’est pas possible',
  preview: 'Voir les conséquences',
  moreLines: 'Ajouter une ligne',
  edit: 'Modifier la saisie',
  follows: 'Conséquences',
  followsNothing: 'Aucune\u202F: la commande est déjà ainsi.',
  asItWillBe: 'La commande telle qu’elle sera',
  changedMeanwhile: 'La commande a changé entre-temps',
  changedMeanwhileText: 'Rien n’a été fait. Voici ce qui s’ensuivrait maintenant\u202F: vérifiez encore une fois.',
  overtakenText:
    'Rien n’a été fait. Ce que vous avez saisi figure dans les champs ci-dessous, le reste est dans son état actuel\u202F: continuez si cela vaut toujours.',
  mailGoes: (delivery, name, address, instant) =>
    `L’e-mail au sujet de la livraison ${delivery} est envoyé à ${name}, ${address}, le ${instant}.`,
  noMail: 'Aucun e-mail n’est envoyé.',
  loses: (server, from, to, application) =>
    `Le serveur ${server} perd de la capacité pour ${application}\u202F: il aura ${to}, et non ${from}.`,
  getsBack: (server, from, to, application) =>
    `Le serveur ${server} retrouve de la capacité pour ${application}\u202F: il aura ${to}, et non ${from}.`,
  willLose: (day, capacity, assigned, application) =>
    `Le ${day}, la capacité pour ${application} sera de ${capacity}, alors que l’attribution est de ${assigned}\u202F: les serveurs perdent l’excédent, en commençant par la dernière attribution.`,
  stops: counted('fr', {
    one: '# serveur ne peut plus utiliser ce qu’il détient de la commande.',
    other: '# serveurs ne peuvent plus utiliser ce qu’ils détiennent de la commande.',
  }),
  goesOn: counted('fr', {
    one: '# serveur peut de nouveau utiliser ce qu’il détient de la commande.',
    other: '# serveurs peuvent de nouveau utiliser ce qu’ils détiennent de la commande.',
  }),
  readsNoMore: (account) => `${account} ne voit plus la commande.`,
};
