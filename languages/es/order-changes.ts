import type { OrderChangesTexts } from '../texts/order-changes.ts';
import { counted } from '../plural.ts';

export const orderChanges: OrderChangesTexts = {
  menu: 'Cambiar este pedido',
  notNow: 'No es posible ahora',
  changes: {
    place: {
      title: 'Introducir un pedido',
      explained:
        'Para pedidos que no envía ningún ERP. Llegan bloqueados, y quien los vendió recibe un solo correo con el botón de desbloqueo.',
      done: 'El pedido se ha introducido.',
      next: 'Su vendedor recibe el correo y lo desbloquea desde él; usted también puede desbloquearlo aquí.',
    },
    amend: {
      title: 'Corregirlo',
      explained:
        'Aún se puede corregir todo, porque todavía no se ha hecho nada con el pedido. Cambie lo que esté mal y deje lo demás.',
      done: 'El pedido se ha corregido.',
      next: 'El enlace de desbloqueo anterior ya no funciona. El correo corregido se envía 10 minutos después de la última corrección.',
    },
    expand: {
      title: 'Añadir licencias',
      explained: 'Las licencias adicionales llegan en una entrega propia: bloqueadas y con su propio correo.',
      done: 'Las licencias se han añadido, bloqueadas.',
      next: 'Su vendedor recibe el correo y las desbloquea; después, podrán asignarse.',
    },
    renew: {
      title: 'Renovar',
      explained:
        'Las licencias duran hasta un último día posterior. Los servidores se enteran por sí solos; nadie tiene que hacer nada.',
      done: 'El pedido se ha renovado.',
      next: 'Puede revertirse durante 14 días, desde el mismo menú.',
    },
    convert: {
      title: 'Cambiar el tipo de una licencia',
      explained:
        'Una evaluación pasa a ser suscripción o licencia perpetua; una suscripción, licencia perpetua. La capacidad y los servidores siguen como están.',
      done: 'La licencia es ahora de otro tipo.',
      next: 'Los servidores se enteran en su próximo contacto; nadie tiene que hacer nada.',
    },
    'change-seller': {
      title: 'Pasarlo a otro revendedor',
      explained:
        'El anterior deja de ver el pedido. Lo que está bloqueado se envía por correo al nuevo, con un enlace nuevo.',
      done: 'El pedido tiene otro revendedor.',
      next: 'Lo que está bloqueado se le ha enviado por correo.',
    },
    transfer: {
      title: 'Pasarlo a otro cliente',
      explained:
        'El cliente anterior deja de ver el pedido. Los días del pedido siguen empezando según la misma zona horaria.',
      done: 'El pedido pertenece a otro cliente.',
      next: 'Lo que está desbloqueado puede asignarse a los servidores de ese cliente.',
    },
    'change-time-zone': {
      title: 'Cambiar su zona horaria',
      explained: 'Los primeros y los últimos días empiezan y terminan según ella. Lo ya pasado queda como estaba.',
      done: 'Los días del pedido empiezan según otra zona horaria.',
      next: 'Los servidores se enteran en su próximo contacto.',
    },
    lock: {
      title: 'Bloquear de nuevo',
      explained:
        'El cliente deja de ver las licencias hasta que se desbloqueen de nuevo. El enlace del correo vuelve a funcionar.',
      done: 'La entrega está bloqueada de nuevo.',
      next: 'Desbloquéela aquí o con el enlace del correo.',
    },
    suspend: {
      title: 'Suspender',
      explained: 'Los servidores conservan lo que tienen y no pueden usarlo hasta que el pedido se reanude.',
      done: 'El pedido está suspendido.',
      next: 'Los servidores se enteran en su próximo contacto, en el plazo de un día. Reanúdelo desde el mismo menú.',
    },
    resume: {
      title: 'Reanudar',
      explained: 'Los servidores pueden usar de nuevo lo que tienen del pedido.',
      done: 'El pedido se ha reanudado.',
      next: 'Los servidores se enteran en su próximo contacto, en el plazo de un día.',
    },
    cancel: {
      title: 'Cancelar',
      explained:
        'Terminan todas las licencias o algunas de ellas, ahora o en un día posterior. Puede revertirse durante 14 días.',
      done: 'La cancelación se ha aceptado.',
      next: 'Puede revertirse durante 14 días, desde el mismo menú.',
    },
    withdraw: {
      title: 'Revertir una renovación o cancelación',
      explained: 'Sus licencias vuelven a estar como antes, y los servidores recuperan lo que perdieron por ella.',
      done: 'Se ha revertido.',
      next: 'Sus licencias están como antes.',
    },
    'withdraw-plan': {
      title: 'Anular lo previsto',
      explained: 'Lo que aún no ha ocurrido no ocurrirá.',
      done: 'Lo previsto se ha anulado.',
      next: 'La licencia sigue como está.',
    },
  },
  nothing: {
    resume: 'El pedido no está suspendido.',
    lock: 'No tiene nada desbloqueado.',
    withdraw: 'En los últimos 14 días no se ha renovado ni cancelado nada.',
    'withdraw-plan': 'No hay nada previsto.',
    other: 'No hay nada que cambiar.',
  },
  stillAssigned: 'Hay servidores que tienen algo de él. Retíreselo antes.',
  soon: 'Se ha recibido y aparecerá aquí en un momento.',
  fields: {
    number: 'Número de pedido',
    reference: 'Referencia de este cambio',
    referenceHelp: 'El número que usted le da. Si se envía dos veces con la misma referencia, se hace una sola vez.',
    reason: 'Motivo',
    party: 'Nombre o ID',
    partyHelp: 'Si ya existe, basta con esto.',
    resellerHelp: 'Si ya existe, basta con esto. Déjelo vacío si no hay ninguno.',
    name: 'Nombre',
    email: 'Correo',
    newAccount: 'Nuevo o con otros datos',
    timeZone: 'Zona horaria',
    locale: 'Idioma de sus correos',
    lines: 'Licencias',
    line: (number) => `Licencia ${number}`,
    lineReference: 'Su número de línea',
    license: 'Tipo',
    startsOn: 'Primer día',
    startsOnHelp: 'Hoy, si se deja vacío.',
    endsOn: 'Último día',
    endsOnHelp: 'Una suscripción que no lo indique termina con las demás del pedido.',
    careLevel: 'Mantenimiento',
    careHelp: 'Una suscripción lo incluye: Gold, si no se elige ninguno.',
    careEndsOn: 'Último día de mantenimiento',
    renewUntil: 'Nuevo último día',
    reduceTo: 'Reducir a',
    linesToRenew: 'Qué se renueva',
    linesToCancel: 'Qué se cancela',
    cancelOn: 'Cancelar desde',
    cancelOnHelp: 'De inmediato, si se deja vacío o si el día ya ha llegado.',
    becomes: 'Pasa a ser',
    delivery: 'Entrega',
    fact: 'Qué se revierte',
    plan: 'Qué está previsto',
    confirmFar: 'Confirmo un último día a más de diez años vista',
    none: 'Sin elegir',
  },
  withdrawable: {
    renewal: (reference) => `Renovación ${reference}`,
    cancellation: (reference) => `Cancelación ${reference}`,
  },
  wrong: {
    missing: 'Rellene este campo.',
    id: 'Letras, cifras, puntos, guiones y guiones bajos, hasta 80, con una letra o una cifra al principio.',
    text: 'Es demasiado largo o tiene caracteres que no se pueden mostrar.',
    email: 'Esto no es una dirección de correo.',
    capacity: 'Un número entero de 1 a 1.000.000, solo con cifras.',
    day: 'Este día no existe o puede leerse de dos maneras: escríbalo como 2026-12-31.',
    choice: 'Elija una de estas opciones.',
    timeZone: 'No existe esta zona horaria. Un ejemplo es Europe/Rome.',
    locale: 'Esto no es un código de idioma, como en o it-CH.',
    endsOn:
      'Este último día no es válido. Las suscripciones y las evaluaciones necesitan uno y las licencias perpetuas no lo tienen; no puede ser anterior al primer día, una evaluación dura como máximo 90 días y, si son más de diez años, hay que confirmarlo abajo.',
    careEndsOn:
      'Este último día de mantenimiento no es válido. Una licencia perpetua con mantenimiento necesita uno; el de una suscripción termina con ella.',
    care: 'Una evaluación no tiene mantenimiento.',
    lines: 'Se necesita al menos una licencia, y como máximo 200.',
    otherKind: 'Esta cuenta es de otro tipo: no puede tener ese papel en un pedido.',
    unknownParty: 'No se conoce a nadie con este dato. Si es nuevo, indique nombre y correo.',
    nothingTyped: 'Cambie antes algo: el pedido ya está así.',
    refused: 'Esto no es posible.',
    severalParties: (names) => `Hay varios con este dato. Escriba el ID de uno de ellos: ${names}`,
  },
  notAll: 'Falta algo o hay algo que no es válido',
  preview: 'Ver qué ocurrirá',
  moreLines: 'Añadir una línea',
  edit: 'Cambiar lo introducido',
  follows: 'Qué ocurrirá',
  followsNothing: 'Nada: el pedido ya está así.',
  asItWillBe: 'El pedido tal como quedará',
  changedMeanwhile: 'El pedido ha cambiado entretanto',
  changedMeanwhileText: 'No se ha hecho nada. Esto es lo que ocurriría ahora: revíselo una vez más.',
  overtakenText:
    'No se hizo nada. Lo que escribió está en los campos de abajo, el resto está como es ahora: continúe si sigue siendo válido.',
  mailGoes: (delivery, name, address, instant) =>
    `El correo sobre ${delivery} se envía a ${name}, ${address} (${instant}).`,
  noMail: 'No se envía ningún correo.',
  loses: (server, from, to, application) =>
    `${server} pierde capacidad de ${application}: tendrá ${to} en lugar de ${from}.`,
  getsBack: (server, from, to, application) =>
    `${server} recupera capacidad de ${application}: tendrá ${to} en lugar de ${from}.`,
  willLose: (day, capacity, assigned, application) =>
    `El ${day} habrá ${capacity} de ${application}, y lo asignado es ${assigned}: los servidores pierden el exceso, empezando por lo último que se asignó.`,
  stops: counted('es', {
    one: '# servidor ya no podrá usar lo que tiene del pedido.',
    other: '# servidores ya no podrán usar lo que tienen del pedido.',
  }),
  goesOn: counted('es', {
    one: '# servidor podrá usar de nuevo lo que tiene del pedido.',
    other: '# servidores podrán usar de nuevo lo que tienen del pedido.',
  }),
  readsNoMore: (account) => `${account} dejará de ver el pedido.`,
};
