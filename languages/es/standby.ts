import type { StandbyTexts } from '../texts/standby.ts';
import { count } from './count.ts';
import { counted } from '../plural.ts';

export const standby: StandbyTexts = {
  title: 'Reserva',
  standsBy: 'Reserva de',
  nobody: 'Ningún otro servidor',
  itsStandby: 'Su reserva',
  takenOver: (standby) => `${standby} ha tomado el relevo`,
  takenOverText:
    'Este servidor no ejecuta nada hasta que se detenga su reserva: indique allí «standby», o dé de baja la reserva.',
  daysLeft: counted('es', {
    one: 'Queda un día de relevo, de 30 en cualquier período de 365.',
    other: 'Quedan # días de relevo, de 30 en cualquier período de 365.',
  }),
  takeovers: 'Relevos',
  since: 'desde el',
  until: 'hasta el',
  running: 'aún en curso',
  holdsNothing:
    'Una reserva no tiene nada propio: cuando toma el relevo, ejecuta lo que tiene el servidor del que es reserva.',
  overlap: 'Ambos pudieron funcionar',
  hours: count('hora', 'horas'),
  whileItRuns:
    'Si ha tomado el relevo, puede seguir funcionando donde está: todos los días que quedan cuentan entonces como usados. Si es posible, indique antes allí «standby».',
};
