import type { OrderMailTexts } from '../texts/order-mail.ts';

export const orderMail: OrderMailTexts = {
  subject: (orderNumber, customerName) => `Commande ${orderNumber}\u202F: licences livrées pour ${customerName}`,
  heading: 'Licences livrées',
  preview: (orderNumber) => `La commande ${orderNumber} est livrée et attend d’être déverrouillée.`,
  introduction:
    'Les licences ci-dessous se trouvent dans le Smart Account du client. Elles sont verrouillées\u202F: le client ne les voit pas tant que vous ne les avez pas déverrouillées.',
  lines: 'Ce qui a été livré',
  unlockHeading: '1. Déverrouiller',
  unlockExplained:
    'Gardez les licences verrouillées aussi longtemps que nécessaire. Le bouton ouvre une page qui montre ce qui sera déverrouillé et vous demande de confirmer\u202F; il n’est pas nécessaire de se connecter.',
  unlock: 'Déverrouiller les licences',
  unlockAddress: 'Si le bouton ne fonctionne pas, ouvrez cette adresse\u202F:',
  activateHeading: '2. Attribuer et activer',
  activateSteps: [
    'Sur le portail, vous ou le client attribuez la capacité à un ou plusieurs serveurs AppSuite.',
    'Dès que quelque chose est attribué à un serveur, le portail affiche son jeton d’activation à côté de lui.',
    'Collez le jeton d’activation dans le serveur AppSuite, version Winter 2020 ou ultérieure. Le serveur se connecte à l’adresse du portail en HTTPS, port 443, et affiche ses licences.',
  ],
  direct: {
    subject: (orderNumber) => `Commande ${orderNumber}\u202F: vos licences sont livrées`,
    introduction:
      'Les licences ci-dessous se trouvent dans votre Smart Account. Elles sont verrouillées\u202F: elles peuvent être attribuées à des serveurs dès que vous les avez déverrouillées.',
    activateSteps: [
      'Sur le portail, attribuez la capacité à un ou plusieurs serveurs AppSuite.',
      'Dès que quelque chose est attribué à un serveur, le portail affiche son jeton d’activation à côté de lui.',
      'Collez le jeton d’activation dans le serveur AppSuite, version Winter 2020 ou ultérieure. Le serveur se connecte à l’adresse du portail en HTTPS, port 443, et affiche ses licences.',
    ],
  },
  corrected: {
    subject: (subject) => `Rectificatif\u202F: ${subject}`,
    introduction:
      'Cet e-mail rectifié remplace le précédent au sujet de cette livraison, dont le bouton de déverrouillage n’a plus aucun effet.',
    closing:
      'Il remplace tous les e-mails précédents au sujet de cette livraison. Conservez-le\u202F: son bouton de déverrouillage fonctionne aussi longtemps que nécessaire.',
  },
  portal: 'Ouvrir le portail',
  closing:
    'C’est le seul e-mail au sujet de cette livraison. Conservez-le\u202F: son bouton de déverrouillage fonctionne aussi longtemps que nécessaire.',
};
