import type { FrameTexts } from '../texts/frame.ts';

export const frame: FrameTexts = {
  product: 'Cloud Licensing',
  skip: 'Ir al contenido',
  menu: 'Menú',
  above: 'Páginas superiores',
  more: 'Más',
  language: 'Idioma',
  customers: 'Clientes',
  people: 'Personas',
  sessions: 'Sus sesiones abiertas',
  signIn: 'Acceder',
  signOut: 'Salir',
  mailbox: 'Buzón',
  signedInAs: 'Ha accedido como',
  notFound: {
    title: 'Aquí no hay nada',
    text: 'Esta dirección no lleva a ninguna parte. Si le llegó por correo, ábrala desde el propio correo: puede que le falte una parte al final.',
  },
  linkReplaced: {
    title: 'Este enlace se sustituyó',
    text: 'Le ha llegado por correo un enlace más reciente, o está a punto de llegarle: abra ese. Este ya no tiene ningún efecto.',
  },
  notPermitted: {
    title: 'Esto le corresponde a otra persona',
    text: 'Usted puede consultarlo y pedírselo a un administrador de cualquiera de estos:',
    doers: {
      vendor: 'el fabricante',
      seller: 'quien vendió el pedido',
      'seller-with-standing': 'un vendedor del cliente, en cuanto se desbloquee algo de lo que le vendió',
      customer: 'el cliente',
      account: 'la propia cuenta',
    },
  },
  refused: 'No ha sido posible',
  unavailable: {
    title: 'Inténtelo de nuevo en un minuto',
    text: 'En este momento el servicio no puede atender la solicitud. No se ha perdido nada: vuelva atrás y pulse de nuevo el botón.',
  },
  tooMany: {
    title: 'Demasiados intentos',
    text: 'Espere unos minutos e inténtelo de nuevo.',
  },
  unreadable: {
    title: 'Esto no se puede leer',
    text: 'Lo que se envió no es un formulario de este servicio. Abra de nuevo la página y pulse su botón.',
  },
  foreign: {
    title: 'Esto no procede de una página de este servicio',
    text: 'No se ha cambiado nada. Abra la página aquí y pulse su botón.',
  },
  broken: {
    title: 'Algo ha fallado',
    text: 'Inténtelo de nuevo. Si vuelve a fallar, avise a quien administra este servicio.',
  },
};
