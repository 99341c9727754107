import type { LettersTexts } from '../texts/letters.ts';
import { count } from './count.ts';

export const letters: LettersTexts = {
  why: {
    seller: (account) => `Recibe este correo porque el pedido indica como vendedor a ${account}.`,
    buyer: (account) => `Recibe este correo porque el pedido se vendió a ${account}.`,
    digest: (account) => `Recibe este correo porque esta cuenta quiere saber qué está por vencer: ${account}.`,
    signIn: 'Recibe este correo porque alguien pidió acceder con esta dirección.',
    proof: 'Recibe este correo porque se pidió este código con su dirección.',
    passkeys: 'Recibe este correo porque se le avisa de cada cambio de sus llaves de acceso.',
    newDevice: 'Recibe este correo porque se le avisa de cada acceso desde un navegador nuevo.',
    codesTried: 'Recibe este correo porque su dirección se usa para acceder.',
    invitation: 'Recibe este correo porque esta dirección se indicó como suya.',
    machineReplaced: 'Recibe este correo porque administra la cuenta de este servidor.',
    emergency: 'Recibe este correo porque cada emergencia se comunica al fabricante.',
    webhookDisabled: 'Recibe este correo porque administra la cuenta de este webhook.',
  },
  placedOn: 'Fecha del pedido',
  contact: 'Contacto',
  toOrder: 'Ver el pedido',
  moreLines: count('línea más, que figura en el pedido', 'líneas más, que figuran en el pedido'),
  moreEndings: count('más, que figura en el portal', 'más, que figuran en el portal'),
  toRenewals: 'Ver los vencimientos',
  choose: 'Elegir cuándo recibir avisos, o desactivar estos correos',
  choice: {
    title: 'Correos sobre vencimientos',
    introduction: (account) =>
      `Para ${account}: un resumen de lo que no se ha renovado, una vez al día como máximo. Elija con cuántos días de antelación quiere recibirlo.`,
    days: 'Días antes del vencimiento',
    daysBefore: count('día antes', 'días antes'),
    save: 'Guardar',
    stop: 'Desactivarlos todos',
    resume: 'Volver a activarlos',
    on: { title: 'Estos correos están activados', text: 'Llegan los días elegidos aquí abajo.' },
    off: {
      title: 'Estos correos están desactivados',
      text: 'No se envía nada. Los vencimientos siguen en el portal.',
    },
    nothingChosen: 'Elija al menos uno, o desactívelos todos.',
  },
};
