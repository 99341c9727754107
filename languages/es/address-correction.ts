import type { AddressCorrectionTexts } from '../texts/address-correction.ts';

export const addressCorrection: AddressCorrectionTexts = {
  title: 'Corregir una dirección de correo',
  explained:
    'Para una dirección que se escribió mal o que ya no existe. Todo lo derivado de ella se corrige en un solo paso.',
  wrong: 'Dirección errónea',
  right: 'Dirección correcta',
  button: 'Corregirla',
  consequences: [
    'La cuenta recibe la dirección correcta; quien recibe allí el correo pasa a ser administrador y se le avisa.',
    'Quien recibe el correo en la dirección errónea deja de pertenecer a la cuenta, y sus sesiones se cierran.',
    'Los enlaces de desbloqueo enviados a la dirección errónea dejan de funcionar; la correcta recibe cada correo con un enlace nuevo.',
  ],
  notAnAddress: 'Esto no es una dirección de correo.',
  same: 'Esta es la errónea.',
  unknown: 'Ni la cuenta ni nadie que pertenezca a ella tiene esta dirección.',
  done: (address) => `La dirección es ahora ${address}.`,
  doneText: 'La dirección anterior ya no pertenece a la cuenta.',
  links: 'Se han enviado enlaces nuevos para estos pedidos:',
  noLinks: 'No ha sido necesario sustituir ningún enlace.',
  due: 'El correo de estos pedidos aún va de camino a la dirección errónea. Cuando haya salido, la correcta recibirá otro automáticamente.',
  made: 'Lo que la dirección equivocada creó, cambió o dejó entrar sigue funcionando. Si la lee un extraño, elimine cada uno de estos elementos:',
  kinds: { key: 'Clave', member: 'Miembro', webhook: 'Webhook' },
};
