import type { SigningInTexts } from '../texts/signing-in.ts';

export const signingIn: SigningInTexts = {
  passkeys: {
    title: 'Passkey',
    explained:
      'Una passkey ti fa accedere con lo sblocco del dispositivo: un dito, il volto o il PIN. Non lascia mai il dispositivo o il gestore delle password, e funziona solo su questo sito.',
    toPage: 'Le tue passkey',
    none: 'Non hai ancora passkey.',
    made: 'Creata',
    lastUsed: 'Ultimo uso',
    never: 'mai',
    copied: 'Il tuo gestore delle password ne conserva una copia.',
    name: 'Come la chiami',
    add: 'Aggiungi una passkey',
    remove: 'Rimuovi',
    removeFor: (name) => `Rimuovi la passkey ${name}`,
    mailStays:
      'Puoi sempre accedere anche per e-mail. Hai perso un dispositivo? Accedi per e-mail e rimuovi qui la sua passkey.',
    notHere: 'Questo browser, o questo indirizzo, non può creare passkey. Continui ad accedere per e-mail.',
    added: 'La passkey è stata aggiunta.',
    removed: 'La passkey è stata rimossa. Eliminala anche nel dispositivo o nel gestore delle password.',
    failed: 'Non è stato possibile aggiungere la passkey. Non è cambiato nulla: riprova.',
    use: 'Accedi con una passkey',
    useFailed: 'Questa passkey non dà accesso qui. Riprova, o accedi per e-mail.',
  },
  kept: {
    signedOut: 'Nel frattempo la sessione è terminata',
    willReturn:
      'Non è stato inviato nulla. Accedi qui e torni al tuo modulo con ciò che hai scritto. Fino ad allora lascia aperta questa pagina.',
    filesLeftOut: 'I file vanno scelti di nuovo.',
    byLink: 'Hai premuto il pulsante dell’e-mail in questo browser?',
    goOn: 'Continua con il mio modulo',
    title: 'Ciò che avevi scritto è di nuovo qui',
    text: 'Non è ancora stato inviato nulla: rileggi e premi di nuovo il pulsante.',
    left: 'Per questi valori qui non c’è più un campo:',
  },
  proving: {
    title: 'Conferma che sei tu',
    explained:
      'Ciò che stai per fare non si può annullare, o dà accesso a qualcuno, e da un po’ non hai confermato qui che sei tu. Poi torni qui e premi di nuovo: non è ancora successo nulla.',
    sendCode: 'Inviami un codice',
    codeSent: (address) => `Un codice è in arrivo a ${address}.`,
    code: 'Codice',
    useCode: 'Continua',
    wrongCode:
      'Questo codice non corrisponde o non vale più. Dopo cinque tentativi, o dieci minuti, fattene inviare un altro.',
    usePasskey: 'Usa una passkey',
    failed: 'Non è stato possibile usare questa passkey. Riprova, o fatti inviare un codice.',
  },
  refusal: {
    title: 'Non sei stato tu?',
    explained: (browser) =>
      `Qualcuno ha effettuato l’accesso a tuo nome in un browser nuovo: ${browser}. Con una pressione terminano tutte le tue sessioni, tranne in questo browser, e si rimuovono le passkey create da allora. Poi controlla se qualcun altro legge la tua posta e se tutte le passkey sono tue.`,
    press: 'Termina tutte le altre sessioni',
    done: 'Tutte le altre sessioni sono terminate e le passkey create da allora sono state rimosse.',
    over: 'Questo link è già stato usato, o ha più di 30 giorni.',
    signIn: 'Accedi',
  },
  mails: {
    proof: {
      subject: (code) => `${code} è il codice per confermare che sei tu`,
      heading: 'Conferma che sei tu',
      introduction: 'Digita questo codice entro dieci minuti, nel browser in cui l’hai chiesto:',
      button: 'Alla pagina',
      closing:
        'Non l’hai chiesto tu? Allora qualcuno usa un browser in cui hai effettuato l’accesso: termina quella sessione.',
    },
    passkeyAdded: {
      subject: 'È stata aggiunta una passkey',
      heading: 'È stata aggiunta una passkey',
      introduction: (name, when) => `Da ora la passkey «${name}» ti fa accedere. È stata aggiunta il ${when}.`,
      button: 'Guarda le tue passkey',
      closing: 'Non sei stato tu? Allora rimuovila e termina tutte le altre sessioni.',
    },
    passkeyRemoved: {
      subject: 'È stata rimossa una passkey',
      heading: 'È stata rimossa una passkey',
      introduction: (name, when) => `La passkey «${name}» non ti fa più accedere. È stata rimossa il ${when}.`,
      button: 'Guarda le tue passkey',
      closing: 'Non sei stato tu? Allora termina tutte le altre sessioni. Puoi sempre accedere per e-mail.',
    },
    newDevice: {
      subject: 'Accesso da un nuovo dispositivo',
      heading: 'Accesso da un nuovo dispositivo',
      introduction: (browser, when) =>
        `Il ${when} qualcuno ha effettuato l’accesso a tuo nome in un browser in cui non l’avevi mai fatto: ${browser}. Sei stato tu? Allora non c’è nulla da fare.`,
      button: 'Non sono stato io',
      closing: 'Il pulsante apre una pagina con cui termini tutte le altre sessioni. Funziona per 30 giorni.',
    },
  },
};
