import type { NextTexts } from '../texts/next.ts';

export const next: NextTexts = {
  assign: 'Asignar estas licencias',
  assignFree: 'Asignar lo libre',
  orFile: 'O elija el archivo que escribió AppSuite',
  download: 'Descargar como archivo',
  tooLarge: 'Este archivo es mayor que cualquier cadena de AppSuite. Elija el que escribió AppSuite.',
  toServer: 'Al servidor',
  unlockChosen: 'Desbloquear los elegidos',
  choose: (order) => `Elegir el pedido ${order}`,
  unlocking: 'Desbloquear varios pedidos',
  unlockingText:
    'Tras el desbloqueo, cada cliente verá sus licencias en su Smart Account y podrá asignarlas a servidores. Solo se pueden bloquear de nuevo mientras no se haya asignado ninguna.',
  unlockAll: (count) => `Desbloquear (${count})`,
  nothingChosen: 'No ha elegido nada por desbloquear',
  nothingChosenText: 'Elija en la lista pedidos que tengan algo bloqueado.',
  toOrders: 'A los pedidos',
  unlocked: 'Desbloqueado',
  beingUnlocked: 'Hemos recibido su desbloqueo',
  changed: 'Ha cambiado entretanto y no se ha desbloqueado: revíselo de nuevo y confirme.',
};
