import type { AdvisoriesTexts } from '../texts/advisories.ts';

export const advisories: AdvisoriesTexts = {
  all: 'Avisos',
  none: { title: 'No hay avisos', text: 'Aquí aparece lo que el fabricante advierte sobre versiones de AppSuite.' },
  severity: 'Gravedad',
  severities: { low: 'Baja', medium: 'Media', high: 'Alta', critical: 'Crítica' },
  concerns: (severity, title) => `Aviso del fabricante (gravedad ${severity.toLowerCase()}): ${title}`,
  update: (version) => `Actualice AppSuite a la versión ${version} o posterior.`,
  noFix: 'Aún no hay ninguna versión que lo corrija: siga las indicaciones del fabricante.',
  read: 'De qué se trata y qué hacer',
  more: 'A quién afecta',
  affects: 'Versiones afectadas',
  fixedIn: 'Corregido en',
  published: 'Publicado',
  withdrawn: 'Retirado',
  servers: 'Servidores afectados',
  noServers: 'Ninguno de los servidores que usted ve está afectado.',
  told: 'Comunicado',
  notTold: 'Aún no',
  life: 'Qué ha ocurrido',
};
