import type { IdentityTexts } from '../texts/identity.ts';

export const identity: IdentityTexts = {
  title: 'Acceso',
  introduction:
    'Las personas de la cuenta pueden acceder con el proveedor de OpenID Connect de la cuenta, en lugar de por correo.',
  issuer: 'Emisor (issuer)',
  issuerHelp: 'La dirección con la que el proveedor se llama a sí mismo, como https://login.example.com.',
  clientId: 'ID de cliente',
  clientSecret: 'Secreto de cliente',
  clientSecretHelp:
    'No se vuelve a mostrar a nadie. Déjelo vacío para conservar el que hay; con otro emisor o cliente hay que escribirlo de nuevo.',
  returnAddress: 'Indique al proveedor esta dirección de retorno:',
  required: 'Permitir la entrada en esta cuenta solo con este proveedor',
  requiredHelp:
    'Una vez que alguien haya accedido con él. Entonces se cierran las sesiones abiertas por correo. Las claves de API siguen valiendo.',
  save: 'Guardar',
  saved: 'Se guardó el proveedor.',
  remove: 'Quitar el proveedor',
  removing: {
    title: '¿Quitar el proveedor?',
    consequences: [
      'Se cierran las sesiones abiertas con él.',
      'Las personas de la cuenta vuelven a acceder por correo.',
    ],
    button: 'Quitar el proveedor',
  },
  check: 'Comprobar el proveedor',
  checked: 'El proveedor responde y es el configurado.',
  checkFailed: 'Algo falla con el proveedor',
  domains: 'Dominios de las direcciones de correo',
  domainsHelp:
    'El proveedor solo responde de las direcciones de estos dominios. Los fija el fabricante, que se asegura de que son de la cuenta: pídale otros. Uno por línea.',
  noDomains: 'Todavía ninguno: nadie puede acceder con el proveedor.',
  saveDomains: 'Guardar los dominios',
  wrong: {
    title: 'No se guardó nada',
    issuer: 'Escriba una dirección que empiece por https y que se alcance desde internet, sin signo de interrogación.',
    clientId: 'Escriba el ID de cliente tal como lo muestra el proveedor.',
    clientSecret: 'Escriba el secreto de cliente: con otro emisor o cliente hay que escribirlo de nuevo.',
    unproven:
      'Nadie ha accedido todavía con este proveedor. Guárdelo sin esta opción, acceda una vez con él y elíjala entonces: así nadie se queda fuera.',
    domains: 'Escriba dominios como example.com, uno por línea, que no sean de otra cuenta.',
  },
  offerTitle: 'Acceder con su proveedor',
  offer: 'Las direcciones de este dominio pueden acceder con su propio proveedor.',
  offerRequired: 'Las direcciones de este dominio acceden con su propio proveedor.',
  goTo: (host) => `Ir a ${host}`,
  beside: '¿Ha accedido ya en la otra pestaña?',
  byMail: 'O reciba un enlace por correo.',
  byMailRequired: '¿Pertenece también a otras cuentas? Para las que no exigen este proveedor, reciba un enlace.',
  sendMail: 'Enviarme un correo',
  failedTitle: 'No ha accedido',
  again: 'Acceder de nuevo',
  ended: 'Su proveedor ya no confirma su acceso. Acceda de nuevo.',
  troubles: {
    unreachable:
      'El proveedor no responde en este momento. Inténtelo de nuevo en un minuto; si continúa, avise a su administrador.',
    'no-provider':
      'En la dirección del proveedor no hay ningún proveedor de OpenID Connect. Su administrador tiene que corregirla.',
    'other-issuer':
      'Ha respondido un proveedor distinto del configurado. Su administrador tiene que comparar el emisor.',
    'client-refused':
      'El proveedor no conoce este servicio, o el secreto es otro. Su administrador tiene que escribir de nuevo el cliente.',
    'key-unknown':
      'La respuesta del proveedor no está firmada con ninguna de sus claves, así que nadie ha accedido. Inténtelo de nuevo; si continúa, avise a su administrador.',
    over: 'La respuesta del proveedor ya ha caducado. Inténtelo de nuevo; si continúa, el reloj del proveedor está mal.',
    'other-audience':
      'La respuesta del proveedor está destinada a otro servicio, así que nadie ha accedido. Avise a su administrador.',
    'other-round':
      'La respuesta del proveedor corresponde a otra solicitud, así que nadie ha accedido. Empiece de nuevo.',
    denied:
      'El proveedor no le ha dado acceso, o usted volvió atrás. Empiece de nuevo o pida acceso a su administrador.',
    unverified:
      'El proveedor no dice que su dirección de correo esté verificada. Pida a su administrador que la verifique allí.',
    'other-domain':
      'Su dirección de correo en el proveedor es de un dominio que no es de la cuenta. Pida el dominio al fabricante.',
    'no-member':
      'Su dirección de correo no pertenece aquí a la cuenta. Pida a un administrador de la cuenta que la invite.',
    lost: 'Este acceso se empezó en otro navegador o hace demasiado tiempo, o ya se completó. Empiece de nuevo.',
    failed:
      'No se pudo entender la respuesta del proveedor, así que nadie ha accedido. Inténtelo de nuevo; si continúa, avise a su administrador.',
  },
};
