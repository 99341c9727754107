import type { PairingTexts } from '../texts/pairing.ts';

export const pairing: PairingTexts = {
  title: 'Connecter une AppSuite',
  open: 'Connecter par code',
  introduction:
    'Une AppSuite à laquelle on a demandé de se connecter affiche un code à l’écran. Saisissez-le ici pour indiquer de quel serveur il s’agit.',
  code: 'Code',
  codeHelp: 'Huit lettres, par exemple WDJB-MJHT.',
  wrongCode:
    'Aucune machine n’attend avec ce code. Un code est valable dix minutes\u202F: comparez-le avec l’écran, ou recommencez sur la machine.',
  next: 'Continuer',
  machineTitle: 'La machine en attente',
  machineSays: 'Ces indications viennent de la machine elle-même\u202F; personne ne les a vérifiées.',
  hostname: 'Nom',
  version: 'Version de l’AppSuite',
  address: 'Adresse de la machine',
  yourAddress: 'Votre propre adresse',
  sameNetwork: 'C’est aussi votre réseau.',
  otherNetwork: 'Vous êtes sur un autre réseau. La machine est-elle bien là où vous le pensez\u202F?',
  unnamed: 'Elle n’indique pas de nom',
  onScreen: 'Le code saisi s’affiche sur un écran devant moi, celui d’une machine que je connais.',
  onScreenMissing:
    'Confirmez que le code s’affiche sur un écran devant vous. Si quelqu’un vous l’a envoyé, refusez la machine.',
  customer: 'À qui est le serveur\u202F?',
  customerHelp: 'Client',
  noCustomers: 'Aucun client ne correspond.',
  server: 'De quel serveur s’agit-il\u202F?',
  serverMissing: 'Choisissez un serveur.',
  noServers: 'Il n’y a pas encore de serveur.',
  holdsNothing: 'Rien ne lui est encore attribué',
  assign: 'Attribuer d’abord quelque chose',
  runsElsewhere: 'Fonctionne déjà sur une machine, qui serait remplacée',
  approve: 'Connecter',
  refuse: 'Refuser cette machine',
  refuseText: 'Vous ne vous y attendiez pas, ou quelqu’un vous a donné le code\u202F?',
  replaceTitle: (server) => `Remplacer la machine du serveur ${server}\u202F?`,
  replaceConsequences: [
    'La machine sur laquelle il fonctionne perd ce serveur\u202F: elle l’apprend à son prochain contact et, sans contact, fonctionne jusqu’à la fin de ses baux.',
    'La machine en attente prend sa place. Son jeton d’activation est remplacé.',
    'Tous les administrateurs du compte reçoivent un e-mail à ce sujet.',
  ],
  replaceButton: 'Remplacer',
  states: {
    approved:
      'C’est approuvé. La machine récupère ses licences en quelques secondes\u202F; cette page l’indique dès que c’est fait.',
    activated: 'La machine est connectée.',
    refused: 'Vous avez refusé cette machine. Elle n’a rien reçu.',
    over: 'Ce code n’est plus valable. Recommencez sur la machine pour en obtenir un autre.',
  },
  failed: 'La machine n’a pas pu être connectée.',
  toServer: 'Aller au serveur',
  again: 'Saisir un autre code',
};
