import type { NoticeMailTexts } from '../texts/notice-mail.ts';
import { count } from './count.ts';

export const noticeMail: NoticeMailTexts = {
  subject: count('licencia vence pronto', 'licencias vencen pronto'),
  heading: 'Qué vence pronto',
  preview: count(
    'licencia o contrato de mantenimiento está sin renovar.',
    'licencias o contratos de mantenimiento están sin renovar.',
  ),
  introduction:
    'Lo siguiente aún no se ha renovado. Pida la renovación: no hay que hacer nada más, los servidores reciben por sí solos la nueva vigencia.',
  whatEnds: 'Qué vence',
  endsOn: 'Último día',
  what: {
    term: (application) => application,
    care: (application) => `Mantenimiento de ${application}`,
    evaluation: (application) => `Evaluación de ${application}`,
  },
  ends: (lastDay, distance) => `${lastDay} (${distance})`,
  closing: 'Recibirá un resumen como este una vez al día como máximo, y solo cuando algo nuevo esté a punto de vencer.',
};
