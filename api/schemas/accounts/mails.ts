import Type from 'typebox';
import { MAIL_STATES } from '../../../db/entities/telling/mail.ts';
import { Instant, Nullable, OneOf } from '../common.ts';

export const MailView = Type.Object({
  id: Type.String(),
  kind: OneOf(['delivery', 'digest']),
  order: Nullable(Type.String()),
  delivery: Nullable(Type.String()),
  edition: Type.Integer({ minimum: 1, description: 'Which edition of the delivery it told' }),
  copy: Type.Integer({ minimum: 1, description: 'Each but the first was asked for by somebody' }),
  recipient: Type.String({ description: 'The address it went to' }),
  subject: Type.String(),
  state: OneOf(MAIL_STATES),
  reason: Nullable(Type.String({ description: 'Why it was not sent' })),
  madeAt: Instant,
  sentAt: Nullable(Instant),
  reportedAt: Nullable(
    Type.String({ format: 'date-time', description: 'When its delivery, or its return, was reported' }),
  ),
});
