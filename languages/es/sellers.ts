import type { SellersTexts } from '../texts/sellers.ts';

export const sellers: SellersTexts = {
  title: 'Vendedores',
  introduction:
    'Quien ha vendido algo a este cliente ve las licencias y gestiona los servidores, mientras algo de lo vendido esté desbloqueado y vigente.',
  nobody: 'Aquí nadie ha vendido nada.',
  standings: {
    manages: 'Ve las licencias y gestiona los servidores',
    'orders-only': 'Solo ve sus propios pedidos',
    ended: 'Relación finalizada: solo ve sus propios pedidos',
  },
  ending: {
    title: (seller) => `Finalizar la relación con ${seller}`,
    consequences: [
      'Este vendedor deja de ver los servidores y lo que otros vendieron, y ya no asigna nada.',
      'Sigue viendo sus propios pedidos. Lo que funciona, sigue funcionando.',
      'Permanece así, venda lo que venda después, hasta que se restablezca la relación.',
    ],
    button: 'Finalizar',
  },
  restoring: {
    title: (seller) => `Restablecer la relación con ${seller}`,
    consequences: [
      'Este vendedor vuelve a ver las licencias y a gestionar los servidores mientras algo que vendió esté vigente.',
    ],
    button: 'Restablecer',
  },
  life: 'Qué ha ocurrido con esta cuenta',
};
