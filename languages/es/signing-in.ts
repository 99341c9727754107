import type { SigningInTexts } from '../texts/signing-in.ts';

export const signingIn: SigningInTexts = {
  passkeys: {
    title: 'Llaves de acceso',
    explained:
      'Con una llave de acceso se accede como se desbloquea el dispositivo: con el dedo, la cara o el PIN. Nunca sale de su dispositivo ni de su gestor de contraseñas, y solo funciona en este sitio.',
    toPage: 'Sus llaves de acceso',
    none: 'Todavía no tiene ninguna llave de acceso.',
    made: 'Creada',
    lastUsed: 'Último uso',
    never: 'nunca',
    copied: 'Su gestor de contraseñas guarda una copia.',
    name: 'Cómo la llama usted',
    add: 'Añadir una llave de acceso',
    remove: 'Quitar',
    removeFor: (name) => `Quitar la llave de acceso ${name}`,
    mailStays:
      'También puede acceder siempre por correo. ¿Ha perdido un dispositivo? Acceda por correo y quite aquí su llave de acceso.',
    notHere:
      'En este navegador, o en esta dirección, no se pueden crear llaves de acceso. Usted sigue accediendo por correo.',
    added: 'Se añadió la llave de acceso.',
    removed: 'Se quitó la llave de acceso. Elimínela también en su dispositivo o en su gestor de contraseñas.',
    failed: 'No se pudo añadir la llave de acceso. No ha cambiado nada: inténtelo de nuevo.',
    use: 'Acceder con una llave de acceso',
    useFailed: 'Con esta llave de acceso no se puede acceder aquí. Inténtelo de nuevo o acceda por correo.',
  },
  kept: {
    signedOut: 'Mientras tanto, su sesión se ha cerrado',
    willReturn:
      'No se envió nada. Acceda aquí y volverá a su formulario con lo que había escrito. Deje esta página abierta hasta entonces.',
    filesLeftOut: 'Los archivos hay que elegirlos de nuevo.',
    byLink: '¿Ha pulsado el botón del correo en este navegador?',
    goOn: 'Seguir con mi formulario',
    title: 'Lo que había escrito está aquí de nuevo',
    text: 'Todavía no se ha enviado nada: revíselo y pulse el botón otra vez.',
    left: 'Esto ya no tiene campo aquí:',
  },
  proving: {
    title: 'Confirme que es usted',
    explained:
      'Lo que va a hacer no se puede deshacer, o da acceso a alguien, y hace tiempo que no confirma aquí que es usted. Después volverá y pulsará otra vez: todavía no ha ocurrido nada.',
    sendCode: 'Enviarme un código',
    codeSent: (address) => `Va de camino un código a ${address}.`,
    code: 'Código',
    useCode: 'Continuar',
    wrongCode: 'Este código no es correcto o ya no vale. Después de cinco intentos, o de diez minutos, solicite otro.',
    usePasskey: 'Usar una llave de acceso',
    failed: 'No se pudo usar esta llave de acceso. Inténtelo de nuevo o solicite un código.',
  },
  refusal: {
    title: '¿No ha sido usted?',
    explained: (browser) =>
      `Alguien accedió con su dirección en un navegador nuevo: ${browser}. Con una sola pulsación se cierran todas sus sesiones, salvo la de este navegador, y se eliminan las llaves de acceso creadas desde entonces. Compruebe después si alguien más lee su correo y si todas las llaves de acceso son suyas.`,
    press: 'Cerrar todas las demás sesiones',
    done: 'Se cerraron todas las demás sesiones y se eliminaron las llaves de acceso creadas desde entonces.',
    over: 'Este enlace ya se utilizó o tiene más de 30 días.',
    signIn: 'Acceder',
  },
  mails: {
    proof: {
      subject: (code) => `${code} es su código para confirmar que es usted`,
      heading: 'Confirme que es usted',
      introduction: 'Escriba este código en los próximos diez minutos, en el navegador en el que lo solicitó:',
      button: 'Ir a la página',
      closing:
        '¿No lo ha solicitado usted? Entonces alguien usa un navegador en el que usted tiene una sesión abierta: ciérrela.',
    },
    passkeyAdded: {
      subject: 'Se añadió una llave de acceso',
      heading: 'Se añadió una llave de acceso',
      introduction: (name, when) => `Desde ahora puede acceder con la llave de acceso «${name}». Se añadió el ${when}.`,
      button: 'Ver sus llaves de acceso',
      closing: '¿No ha sido usted? Entonces quítela y cierre todas las demás sesiones.',
    },
    passkeyRemoved: {
      subject: 'Se quitó una llave de acceso',
      heading: 'Se quitó una llave de acceso',
      introduction: (name, when) => `Ya no se puede acceder con la llave de acceso «${name}». Se quitó el ${when}.`,
      button: 'Ver sus llaves de acceso',
      closing: '¿No ha sido usted? Entonces cierre todas las demás sesiones. Siempre puede acceder por correo.',
    },
    newDevice: {
      subject: 'Acceso desde un dispositivo nuevo',
      heading: 'Acceso desde un dispositivo nuevo',
      introduction: (browser, when) =>
        `Alguien accedió con su dirección el ${when}, en un navegador en el que usted nunca lo había hecho: ${browser}. ¿Ha sido usted? Entonces no tiene que hacer nada.`,
      button: 'No he sido yo',
      closing: 'El botón abre una página en la que puede cerrar todas las demás sesiones. Funciona durante 30 días.',
    },
  },
};
