import type { LettersTexts } from '../texts/letters.ts';
import { count } from './count.ts';

export const letters: LettersTexts = {
  why: {
    seller: (account) => `Vous recevez cet e-mail car la commande indique comme vendeur\u202F: ${account}.`,
    buyer: (account) => `Vous recevez cet e-mail car la commande a été vendue à ${account}.`,
    digest: (account) => `Vous recevez cet e-mail car ce compte souhaite être averti des échéances\u202F: ${account}.`,
    signIn: 'Vous recevez cet e-mail car une connexion a été demandée avec cette adresse.',
    proof: 'Vous recevez cet e-mail car ce code a été demandé avec votre adresse.',
    passkeys: 'Vous recevez cet e-mail car toute modification de vos clés d’accès vous est signalée.',
    newDevice: 'Vous recevez cet e-mail car toute connexion depuis un nouveau navigateur vous est signalée.',
    codesTried: 'Vous recevez cet e-mail car votre adresse sert à se connecter.',
    invitation: 'Vous recevez cet e-mail car cette adresse a été indiquée comme la vôtre.',
    machineReplaced: 'Vous recevez cet e-mail car vous administrez le compte de ce serveur.',
    emergency: 'Vous recevez cet e-mail car chaque urgence est signalée à l’éditeur.',
    webhookDisabled: 'Vous recevez cet e-mail car vous administrez le compte de ce webhook.',
  },
  placedOn: 'Commandé le',
  contact: 'Contact',
  toOrder: 'Voir la commande',
  moreLines: count('autre ligne, qui figure dans la commande', 'autres lignes, qui figurent dans la commande'),
  moreEndings: count('autre, qui figure sur le portail', 'autres, qui figurent sur le portail'),
  toRenewals: 'Voir les échéances',
  choose: 'Choisir quand être averti, ou désactiver ces e-mails',
  choice: {
    title: 'E-mails sur les échéances',
    introduction: (account) =>
      `Pour ${account}\u202F: un récapitulatif de ce qui n’a pas été renouvelé, une fois par jour au plus. Choisissez combien de jours avant l’échéance vous souhaitez être averti.`,
    days: 'Jours avant l’échéance',
    daysBefore: count('jour avant', 'jours avant'),
    save: 'Enregistrer',
    stop: 'Tout désactiver',
    resume: 'Réactiver',
    on: { title: 'Ces e-mails sont activés', text: 'Ils arrivent les jours choisis ci-dessous.' },
    off: {
      title: 'Ces e-mails sont désactivés',
      text: 'Rien n’est envoyé. Les échéances restent visibles sur le portail.',
    },
    nothingChosen: 'Choisissez-en au moins un, ou désactivez-les tous.',
  },
};
