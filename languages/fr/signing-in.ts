import type { SigningInTexts } from '../texts/signing-in.ts';

export const signingIn: SigningInTexts = {
  passkeys: {
    title: 'Clés d’accès',
    explained:
      'Avec une clé d’accès, vous vous connectez comme vous déverrouillez votre appareil\u202F: avec votre doigt, votre visage ou votre code PIN. Elle ne quitte jamais votre appareil ni votre gestionnaire de mots de passe, et ne fonctionne que sur ce site.',
    toPage: 'Vos clés d’accès',
    none: 'Vous n’avez pas encore de clé d’accès.',
    made: 'Créée le',
    lastUsed: 'Dernière utilisation',
    never: 'jamais',
    copied: 'Votre gestionnaire de mots de passe en garde une copie.',
    name: 'Le nom que vous lui donnez',
    add: 'Ajouter une clé d’accès',
    remove: 'Supprimer',
    removeFor: (name) => `Supprimer la clé d’accès ${name}`,
    mailStays:
      'Vous pouvez toujours vous connecter aussi par e-mail. Un appareil est perdu\u202F? Connectez-vous par e-mail et supprimez ici sa clé d’accès.',
    notHere:
      'Ce navigateur, ou cette adresse, ne permet pas de créer de clés d’accès. Vous continuez à vous connecter par e-mail.',
    added: 'La clé d’accès a été ajoutée.',
    removed:
      'La clé d’accès a été supprimée. Supprimez-la aussi sur votre appareil ou dans votre gestionnaire de mots de passe.',
    failed: 'La clé d’accès n’a pas pu être ajoutée. Rien n’a changé\u202F: réessayez.',
    use: 'Se connecter avec une clé d’accès',
    useFailed: 'Cette clé d’accès ne permet pas de se connecter ici. Réessayez, ou connectez-vous par e-mail.',
  },
  kept: {
    signedOut: 'Votre session a pris fin entre-temps',
    willReturn:
      'Rien n’a été envoyé. Connectez-vous ici et vous retrouverez votre formulaire avec ce que vous avez saisi. Laissez cette page ouverte jusque-là.',
    filesLeftOut: 'Les fichiers sont à choisir de nouveau.',
    byLink: 'Avez-vous appuyé sur le bouton de l’e-mail dans ce navigateur\u202F?',
    goOn: 'Reprendre mon formulaire',
    title: 'Ce que vous aviez saisi est de nouveau ici',
    text: 'Rien n’a encore été envoyé\u202F: relisez, puis appuyez encore une fois sur le bouton.',
    left: 'Ceci n’a plus de champ ici\u202F:',
  },
  proving: {
    title: 'Confirmez que c’est bien vous',
    explained:
      'Ce que vous allez faire est irréversible ou donne accès à quelqu’un, et vous n’avez pas confirmé récemment ici que c’est bien vous. Ensuite, vous revenez ici et appuyez encore une fois\u202F: rien n’a encore été fait.',
    sendCode: 'Recevoir un code',
    codeSent: (address) => `Un code est envoyé à ${address}.`,
    code: 'Code',
    useCode: 'Continuer',
    wrongCode:
      'Ce code ne convient pas ou n’est plus valable. Après cinq essais, ou dix minutes, demandez-en un autre.',
    usePasskey: 'Utiliser une clé d’accès',
    failed: 'Cette clé d’accès n’a pas pu être utilisée. Réessayez, ou demandez un code.',
  },
  refusal: {
    title: 'Ce n’était pas vous\u202F?',
    explained: (browser) =>
      `Quelqu’un s’est connecté avec votre adresse dans un nouveau navigateur\u202F: ${browser}. Un seul appui met fin à toutes vos sessions, sauf dans ce navigateur, et supprime les clés d’accès créées depuis. Vérifiez ensuite si quelqu’un d’autre lit vos e-mails, et si toutes les clés d’accès sont à vous.`,
    press: 'Mettre fin à toutes les autres sessions',
    done: 'Toutes les autres sessions ont pris fin, et les clés d’accès créées depuis sont supprimées.',
    over: 'Ce lien a déjà été utilisé ou date de plus de 30 jours.',
    signIn: 'Se connecter',
  },
  mails: {
    proof: {
      subject: (code) => `${code} est votre code pour confirmer que c’est bien vous`,
      heading: 'Confirmez que c’est bien vous',
      introduction: 'Saisissez ce code dans les dix minutes, dans le navigateur où vous l’avez demandé\u202F:',
      button: 'Ouvrir la page',
      closing:
        'Vous n’avez rien demandé\u202F? Alors quelqu’un utilise un navigateur où votre session est ouverte\u202F: mettez fin à cette session.',
    },
    passkeyAdded: {
      subject: 'Une clé d’accès a été ajoutée',
      heading: 'Une clé d’accès a été ajoutée',
      introduction: (name, when) =>
        `La clé d’accès «\u202F${name}\u202F» vous permet désormais de vous connecter. Elle a été ajoutée le ${when}.`,
      button: 'Voir vos clés d’accès',
      closing: 'Ce n’était pas vous\u202F? Alors supprimez-la et mettez fin à toutes les autres sessions.',
    },
    passkeyRemoved: {
      subject: 'Une clé d’accès a été supprimée',
      heading: 'Une clé d’accès a été supprimée',
      introduction: (name, when) =>
        `La clé d’accès «\u202F${name}\u202F» ne vous permet plus de vous connecter. Elle a été supprimée le ${when}.`,
      button: 'Voir vos clés d’accès',
      closing:
        'Ce n’était pas vous\u202F? Alors mettez fin à toutes les autres sessions. Vous pouvez toujours vous connecter par e-mail.',
    },
    newDevice: {
      subject: 'Connexion sur un nouvel appareil',
      heading: 'Connexion sur un nouvel appareil',
      introduction: (browser, when) =>
        `Quelqu’un s’est connecté avec votre adresse le ${when}, dans un navigateur que vous n’aviez jamais utilisé ici\u202F: ${browser}. C’était vous\u202F? Alors il n’y a rien à faire.`,
      button: 'Ce n’était pas moi',
      closing:
        'Le bouton ouvre une page qui vous permet de mettre fin à toutes les autres sessions. Il fonctionne pendant 30 jours.',
    },
  },
};
