import type { EmergenciesTexts } from '../texts/emergencies.ts';
import { counted } from '../plural.ts';

export const emergencies: EmergenciesTexts = {
  title: 'Emergencia',
  introduction:
    'Cuando se necesita capacidad de inmediato: se concede para hoy y cuatro días más, y nadie tiene que aprobarla.',
  application: 'Aplicación',
  capacity: 'Cuánto',
  most: (quantity) => `hasta ${quantity}: el doble de lo que se tuvo por última vez`,
  reason: 'Por qué',
  reasonHelp: 'Lo lee el fabricante.',
  incomplete: 'Indique cuánto, un número entero dentro de lo que se concede, y por qué.',
  next: 'Continuar',
  left: counted('es', {
    one: 'Queda una emergencia de dos en cualquier período de 365 días.',
    other: 'Quedan # emergencias en cualquier período de 365 días.',
  }),
  usedUp: (instant) =>
    `Las dos emergencias de 365 días están agotadas. Podrá declararse otra a partir de este momento: ${instant}.`,
  nothingOwned: 'Aquí nunca hubo licencias que sirvan de medida para una emergencia.',
  confirm: {
    title: 'Declarar la emergencia',
    grants: (quantity, application, lastDay) =>
      `Concedido de inmediato: ${quantity} de ${application}, hasta el final del ${lastDay}, para asignarlo a servidores.`,
    ends: 'Termina por sí sola. Lo que los servidores tengan de ella se detiene entonces.',
    vendor: 'Se informa de inmediato al fabricante, con su motivo.',
    left: counted('es', {
      one: 'Después de esta queda una en 365 días.',
      other: 'Después de esta quedan # en 365 días.',
    }),
    button: 'Declararla',
  },
  declared: 'Emergencias declaradas',
  nobody: 'No se ha declarado ninguna emergencia.',
  until: (lastDay) => `hasta el ${lastDay}`,
};
