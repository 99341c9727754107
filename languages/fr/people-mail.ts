import type { PeopleMailTexts } from '../texts/people-mail.ts';

export const peopleMail: PeopleMailTexts = {
  signIn: {
    subject: (code) => `${code} est votre code de connexion à Cloud Licensing`,
    heading: 'Connexion',
    introduction: 'Ou appuyez sur le bouton dans les dix minutes. Il ouvre une page qui vous demande de confirmer.',
    button: 'Se connecter',
    address: 'Si le bouton ne fonctionne pas, ouvrez cette adresse\u202F:',
    code: 'Saisissez ce code dans les dix minutes, dans le navigateur où vous l’avez demandé\u202F:',
    closing: 'Vous n’avez rien demandé\u202F? Alors il ne se passe rien\u202F: supprimez cet e-mail.',
  },
  codesTried: {
    subject: 'Des codes erronés sont saisis pour votre adresse',
    heading: 'Quelqu’un saisit des codes erronés',
    introduction:
      'Aujourd’hui, quelqu’un a demandé à se connecter avec cette adresse et a saisi au moins dix codes erronés. Personne n’est entré ainsi. Après 25 codes erronés, aucun code n’est plus valable jusqu’à demain, sauf dans les navigateurs où vous avez déjà ouvert une session. Les liens contenus dans les e-mails continuent de fonctionner.',
    button: 'Se connecter',
    closing:
      'C’était vous\u202F? Alors il n’y a rien à faire. Ne communiquez de code à personne et ne transférez aucun lien.',
  },
  machineReplaced: {
    subject: (server) => `Le serveur ${server} passe sur une autre machine`,
    heading: 'Un serveur passe sur une autre machine',
    introduction: (server) =>
      `Quelqu’un qui gère les serveurs de votre compte a fait passer le serveur ${server} sur une autre machine. La machine sur laquelle il se trouvait le perd.`,
    button: 'Ouvrir le serveur',
    closing:
      'Ce n’était personne de chez vous\u202F? Alors créez sur le portail un nouveau jeton d’activation pour le serveur et activez de nouveau la bonne machine.',
  },
  emergency: {
    subject: (customer) => `${customer} a déclaré une urgence`,
    heading: 'Une urgence a été déclarée',
    introduction: (customer, capacity, application, lastDay) =>
      `${customer} s’est accordé une capacité supplémentaire pour ${application} (${capacity}), jusqu’à la fin du ${lastDay}. Elle prend fin d’elle-même.`,
    reason: 'Motif indiqué',
    order: 'Commande',
    button: 'Voir la commande',
    closing: 'Il n’y a rien à faire. Deux urgences peuvent être déclarées par période de 365 jours.',
  },
  webhookDisabled: {
    subject: 'Un webhook a été désactivé',
    heading: 'Un webhook ne reçoit plus d’événements',
    introduction: {
      gone: (host) =>
        `Le point de terminaison ${host} a répondu qu’il n’existe plus (410). Son webhook a été désactivé aussitôt.`,
      'nothing-taken': (host) =>
        `Le point de terminaison ${host} n’a rien accepté pendant plus de trois jours, malgré dix tentatives pour chaque message. Son webhook a été désactivé.`,
    },
    button: 'Se connecter',
    closing: (webhook) =>
      `Rien n’est perdu\u202F: dès que le webhook ${webhook} est réactivé, sur le portail ou par l’API, il reprend là où il s’était arrêté.`,
  },
  invitation: {
    subject: (account) => `Vous pouvez maintenant vous connecter pour ${account}`,
    heading: 'Vous avez reçu une invitation',
    introduction: (account, invitedBy) =>
      `${invitedBy} vous a donné accès aux licences du compte ${account}. Aucun mot de passe n’est nécessaire\u202F: connectez-vous avec cette adresse e-mail, un lien y sera envoyé.`,
    button: 'Aller au portail',
    closing: 'Si vous ne savez pas de quoi il s’agit, demandez à l’expéditeur ou supprimez cet e-mail.',
  },
};
