import type { BatchesTexts } from '../texts/batches.ts';
import { counted } from '../plural.ts';

export const batches: BatchesTexts = {
  title: 'Lotes',
  introduction: 'Muchos pedidos, renovaciones, ampliaciones o cancelaciones a la vez, mediante un archivo.',
  none: {
    title: 'Aún no hay lotes',
    text: 'Elija abajo un archivo: compruebe antes qué haría y después ejecútelo.',
  },
  kinds: {
    orders: 'Pedidos',
    renewals: 'Renovaciones',
    expansions: 'Ampliaciones',
    cancellations: 'Cancelaciones',
  },
  states: { running: 'En curso', paused: 'En pausa', done: 'Hecho', canceled: 'Cancelado' },
  outcomes: { done: 'Hecho', refused: 'Rechazado', waiting: 'En espera' },
  any: 'Todos',
  kind: 'Qué contiene el archivo',
  what: 'Qué hacer',
  look: 'Comprobar antes: no cambia nada',
  run: 'Ejecutarlo',
  file: 'Archivo',
  fileHelp:
    'JSON de 1 MB como máximo, o NDJSON o CSV de 64 MB y 50.000 elementos como máximo, en UTF-8. La documentación de la API indica qué deben contener.',
  start: 'Enviar el archivo',
  preview: 'Solo comprobación',
  previewed: {
    title: 'Esto es lo que haría; no ha cambiado nada',
    text: 'Corrija lo que se rechaza. Después, envíe de nuevo el archivo para ejecutarlo.',
  },
  over: {
    title: 'Ejecutado',
    text: 'Lo que se rechazó puede corregirse y enviarse de nuevo: lo que ya está hecho no se hace dos veces.',
  },
  startedAt: 'Iniciado',
  by: 'Por',
  progress: (done, total) => `${done} de ${total}`,
  refused: counted('es', { one: '# rechazado', other: '# rechazados' }),
  asks: { running: 'Continuar', paused: 'Pausar', canceled: 'Cancelar' },
  canceling: {
    title: 'Cancelar este lote',
    consequences: [
      'Lo que ya está hecho se mantiene.',
      'Lo pendiente no se ejecuta y no se puede reanudar aquí: envíelo en otro archivo.',
    ],
    button: 'Cancelar el lote',
  },
  items: 'Elementos',
  order: 'Pedido',
  outcome: 'Resultado',
  why: 'Por qué y qué hacer',
  download: 'Descargar el resultado de cada elemento (CSV)',
  nothing: 'Aquí no hay nada.',
  wrong: {
    title: 'No se ha aceptado nada',
    file: 'Elija un archivo.',
    kindOfFile:
      'El archivo no se puede leer. Debe ser JSON con una lista, NDJSON, o CSV con comas y una fila de columnas conocidas, en UTF-8.',
    tooLarge: 'El archivo es demasiado grande: JSON tiene 1 MB como máximo; los demás, 64 MB y 50.000 elementos.',
  },
};
