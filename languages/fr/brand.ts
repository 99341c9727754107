import type { BrandTexts } from '../texts/brand.ts';

export const brand: BrandTexts = {
  support: 'Des questions\u202F? Écrivez à',
  title: 'Marque',
  introduction: 'Ce que les clients et les revendeurs voient de vous sur chaque page et dans chaque e-mail.',
  name: 'Nom',
  nameHelp: 'En tête des pages et des e-mails. Vide\u202F: le nom du service.',
  logo: 'Logo',
  logoHelp:
    'Un fichier PNG, JPEG ou WebP de 128\u202Fko au plus, deux fois plus grand que son affichage\u202F: 64\u202Fpixels de haut.',
  logoNow: 'Actuel',
  removeLogo: 'N’afficher aucun logo',
  accent: 'Couleur des boutons et des liens',
  accentHelp: 'Comme #0b5cad. Le texte doit y être lisible. Vide\u202F: la couleur du service.',
  supportAddress: 'Adresse pour les questions',
  supportHelp: 'Une adresse e-mail à la fin des pages et des e-mails.',
  footer: 'Dernière ligne',
  footerHelp: 'Par exemple la raison sociale et le siège de votre société.',
  save: 'Enregistrer',
  saved: {
    title: 'Enregistré',
    text: 'Les pages l’affichent dès maintenant, et les e-mails à partir du prochain.',
  },
  wrong: {
    title: 'Rien n’est encore enregistré\u202F: quelque chose est incorrect ci-dessous',
    name: 'Un nom compte au plus 60 caractères visibles.',
    logo: 'Ce n’est pas un fichier PNG, JPEG ou WebP de 128\u202Fko au plus. Choisissez un autre fichier. Le format SVG n’est pas accepté, car il peut contenir des programmes.',
    accent: 'Écrivez la couleur avec # suivi de six chiffres ou lettres de a à f, comme #0b5cad.',
    contrast: (contrast, least) =>
      `Le texte sur cette couleur a un contraste de ${contrast} pour 1, et il faut ${least}. Choisissez une couleur plus foncée ou plus claire.`,
    support: 'Ce n’est pas une adresse e-mail. Écrivez-la comme nom@exemple.fr.',
    footer: 'La dernière ligne compte au plus 200 caractères visibles.',
    changed:
      'Quelqu’un d’autre a modifié la marque entre-temps. Ce que vous voyez maintenant est sa version\u202F; la vôtre est dans les champs ci-dessous.',
  },
};
