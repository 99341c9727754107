import Type from 'typebox';
import { PAIRING_INTERVAL_SECONDS, PAIRING_SECONDS } from '../../../domain/pairing.ts';
import { MACHINE } from '../../../services/servers/machine.ts';
import { Closed, Text } from '../common.ts';

const { token: _token, ...ABOUT } = MACHINE;

export const NewPairing = Closed({ ...ABOUT, hostname: Type.Optional(Text) });

export const Pairing = Type.Object({
  deviceCode: Type.String({ description: 'What the machine asks by; it shows it to nobody' }),
  userCode: Type.String({ description: 'What it shows on its screen' }),
  verificationUrl: Type.String({ format: 'uri', description: 'Where somebody enters that; no link carries the code' }),
  expiresInSeconds: Type.Integer({ minimum: 1, maximum: PAIRING_SECONDS }),
  intervalSeconds: Type.Integer({ description: `How often to ask; ${PAIRING_INTERVAL_SECONDS} at present` }),
});
