import { AccountEntity } from './people/account.ts';
import { AcknowledgementEntity } from './acknowledgement.ts';
import { ActivationTokenEntity } from './servers/activation-token.ts';
import { AddressCorrectionEntity } from './people/address-correction.ts';
import { AdvisoryEntity } from './servers/advisory.ts';
import { ApiKeyEntity } from './people/api-key.ts';
import { AssignmentEntity } from './servers/assignment.ts';
import { BatchEntity } from './batch.ts';
import { BatchItemEntity } from './batch-item.ts';
import { BrandEntity } from './people/brand.ts';
import { CalendarEntity } from './telling/calendar.ts';
import { ContactEntity } from './people/contact.ts';
import { DeliveryEntity } from './telling/delivery.ts';
import { DeviceEntity } from './people/device.ts';
import { EmergencyEntity } from './servers/emergency.ts';
import { EndedSellerEntity } from './orders/ended-seller.ts';
import { HeardServerEntity } from './servers/heard-server.ts';
import { IdempotencyEntity } from './idempotency.ts';
import { IdentityProviderEntity } from './people/identity-provider.ts';
import { IntakeEntity } from './orders/intake.ts';
import { JournalEntity } from './telling/journal.ts';
import { KeptFormEntity } from './kept-form.ts';
import { LineEntity } from './orders/line.ts';
import { LogoEntity } from './people/logo.ts';
import { MailEntity } from './telling/mail.ts';
import { MailReportEntity } from './telling/mail-report.ts';
import { MailboxEntity } from './telling/mailbox.ts';
import { MembershipEntity } from './people/membership.ts';
import { NoticeEntity } from './telling/notice.ts';
import { OrderEntity } from './orders/order.ts';
import { OrderFactEntity } from './orders/order-fact.ts';
import { PairingEntity } from './servers/pairing.ts';
import { PasskeyEntity } from './people/passkey.ts';
import { PersonEntity } from './people/person.ts';
import { RefusedActivationEntity } from './servers/refused-activation.ts';
import { ServerEntity } from './servers/server.ts';
import { ServerNameEntity } from './servers/server-name.ts';
import { SessionEntity } from './people/session.ts';
import { ShareEntity } from './orders/share.ts';
import { SignInEntity } from './people/sign-in.ts';
import { StandbyEntity } from './servers/standby.ts';
import { TakeoverEntity } from './servers/takeover.ts';
import { TestUnitsEntity } from './servers/test-units.ts';
import { UnlockLinkEntity } from './orders/unlock-link.ts';
import { UnstartedOrderEntity } from './orders/unstarted-order.ts';
import { UsedChallengeEntity } from './servers/used-challenge.ts';
import { VerifiedDomainEntity } from './people/verified-domain.ts';
import { WebhookEntity } from './telling/webhook.ts';
import { WebhookDeliveryEntity } from './telling/webhook-delivery.ts';
import { WebhookSecretEntity } from './telling/webhook-secret.ts';
import { WrongCodeEntity } from './people/wrong-code.ts';

/** Every table there is, listed explicitly. */
export const ENTITIES = [
  AccountEntity,
  AcknowledgementEntity,
  ActivationTokenEntity,
  AddressCorrectionEntity,
  AdvisoryEntity,
  ApiKeyEntity,
  AssignmentEntity,
  BatchEntity,
  BatchItemEntity,
  BrandEntity,
  CalendarEntity,
  ContactEntity,
  DeliveryEntity,
  DeviceEntity,
  EmergencyEntity,
  EndedSellerEntity,
  HeardServerEntity,
  IdempotencyEntity,
  IdentityProviderEntity,
  IntakeEntity,
  JournalEntity,
  KeptFormEntity,
  LineEntity,
  LogoEntity,
  MailEntity,
  MailReportEntity,
  MailboxEntity,
  MembershipEntity,
  NoticeEntity,
  OrderEntity,
  OrderFactEntity,
  PairingEntity,
  PasskeyEntity,
  PersonEntity,
  RefusedActivationEntity,
  ServerEntity,
  ServerNameEntity,
  SessionEntity,
  ShareEntity,
  SignInEntity,
  StandbyEntity,
  TakeoverEntity,
  TestUnitsEntity,
  UnlockLinkEntity,
  UnstartedOrderEntity,
  UsedChallengeEntity,
  VerifiedDomainEntity,
  WebhookDeliveryEntity,
  WebhookEntity,
  WebhookSecretEntity,
  WrongCodeEntity,
];
