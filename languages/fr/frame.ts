import type { FrameTexts } from '../texts/frame.ts';

export const frame: FrameTexts = {
  product: 'Cloud Licensing',
  skip: 'Aller au contenu',
  menu: 'Menu',
  above: 'Pages de niveau supérieur',
  more: 'Plus',
  language: 'Langue',
  customers: 'Clients',
  people: 'Personnes',
  sessions: 'Vos connexions',
  signIn: 'Connexion',
  signOut: 'Déconnexion',
  mailbox: 'Messagerie',
  signedInAs: 'Session ouverte\u202F:',
  notFound: {
    title: 'Il n’y a rien ici',
    text: 'Cette adresse ne mène nulle part. Si vous l’avez reçue par e-mail, ouvrez-la depuis l’e-mail lui-même\u202F: il en manque peut-être la fin.',
  },
  linkReplaced: {
    title: 'Ce lien a été remplacé',
    text: 'Un lien plus récent vous a été envoyé par e-mail, ou va l’être\u202F: ouvrez celui-là. Celui-ci n’a plus aucun effet.',
  },
  notPermitted: {
    title: 'Cela revient à quelqu’un d’autre',
    text: 'Vous pouvez consulter la page et vous adresser à un administrateur de l’une de ces parties\u202F:',
    doers: {
      vendor: 'l’éditeur',
      seller: 'la société qui a vendu la commande',
      'seller-with-standing': 'un vendeur du client, dès que quelque chose qu’il lui a vendu est déverrouillé',
      customer: 'le client',
      account: 'le compte lui-même',
    },
  },
  refused: 'L’opération n’a pas été possible',
  unavailable: {
    title: 'Veuillez réessayer dans une minute',
    text: 'Le service ne peut pas traiter cette demande pour le moment. Rien n’est perdu\u202F: revenez en arrière et appuyez de nouveau sur le bouton.',
  },
  tooMany: {
    title: 'Trop de tentatives',
    text: 'Attendez quelques minutes, puis réessayez.',
  },
  unreadable: {
    title: 'Cette demande est illisible',
    text: 'Ce qui a été envoyé n’est pas un formulaire de ce service. Ouvrez de nouveau la page et appuyez sur son bouton.',
  },
  foreign: {
    title: 'Cette demande ne vient pas d’une page de ce service',
    text: 'Rien n’a été modifié. Ouvrez la page ici et appuyez sur son bouton.',
  },
  broken: {
    title: 'Une erreur s’est produite',
    text: 'Veuillez réessayer. Si l’erreur se reproduit, prévenez l’exploitant de ce service.',
  },
};
