import type { BrandTexts } from '../texts/brand.ts';

export const brand: BrandTexts = {
  support: 'Fragen? Schreiben Sie an',
  title: 'Marke',
  introduction: 'Was Kunden und Fachhändler auf jeder Seite und in jeder E-Mail von Ihnen sehen.',
  name: 'Name',
  nameHelp: 'Im Kopf von Seiten und E-Mails. Leer: der Name des Dienstes.',
  logo: 'Logo',
  logoHelp: 'Eine PNG-, JPEG- oder WebP-Datei mit höchstens 128 kB, doppelt so groß wie angezeigt: 64 Pixel hoch.',
  logoNow: 'Jetzt',
  removeLogo: 'Kein Logo anzeigen',
  accent: 'Farbe von Schaltflächen und Links',
  accentHelp: 'Wie #0b5cad. Text darauf muss lesbar sein. Leer: die Farbe des Dienstes.',
  supportAddress: 'Adresse für Fragen',
  supportHelp: 'Eine E-Mail-Adresse am Ende von Seiten und E-Mails.',
  footer: 'Letzte Zeile',
  footerHelp: 'Zum Beispiel Firma und Sitz Ihres Unternehmens, wie eingetragen.',
  save: 'Speichern',
  saved: { title: 'Gespeichert', text: 'Seiten zeigen es jetzt, E-Mails ab der nächsten.' },
  wrong: {
    title: 'Noch ist nichts gespeichert: Unten stimmt etwas nicht',
    name: 'Ein Name hat höchstens 60 sichtbare Zeichen.',
    logo: 'Das ist keine PNG-, JPEG- oder WebP-Datei mit höchstens 128 kB. Wählen Sie eine andere Datei. SVG wird nicht angenommen, da es Programme enthalten kann.',
    accent: 'Schreiben Sie die Farbe als # mit sechs Ziffern oder Buchstaben von a bis f, wie #0b5cad.',
    contrast: (contrast, least) =>
      `Text auf dieser Farbe hat einen Kontrast von ${contrast} zu 1, nötig ist ${least}. Wählen Sie eine dunklere oder hellere.`,
    support: 'Das ist keine E-Mail-Adresse. Schreiben Sie sie wie name@example.com.',
    footer: 'Die letzte Zeile hat höchstens 200 sichtbare Zeichen.',
    changed:
      'Jemand anderes hat die Marke inzwischen geändert. Sie sehen jetzt jene Fassung; Ihre steht in den Feldern unten.',
  },
};
