import { AccountEntity } from './account.ts';
import { AcknowledgementEntity } from './acknowledgement.ts';
import { ActivationTokenEntity } from './activation-token.ts';
import { AdvisoryEntity } from './advisory.ts';
import { ApiKeyEntity } from './api-key.ts';
import { AssignmentEntity } from './assignment.ts';
import { BatchEntity } from './batch.ts';
import { BatchItemEntity } from './batch-item.ts';
import { BrandEntity } from './brand.ts';
import { CalendarEntity } from './calendar.ts';
import { ContactEntity } from './contact.ts';
import { DeliveryEntity } from './delivery.ts';
import { DeviceEntity } from './device.ts';
import { EmergencyEntity } from './emergency.ts';
import { EndedSellerEntity } from './ended-seller.ts';
import { HeardServerEntity } from './heard-server.ts';
import { IdempotencyEntity } from './idempotency.ts';
import { IdentityProviderEntity } from './identity-provider.ts';
import { IntakeEntity } from './intake.ts';
import { JournalEntity } from './journal.ts';
import { KeptFormEntity } from './kept-form.ts';
import { LineEntity } from './line.ts';
import { LogoEntity } from './logo.ts';
import { MailEntity } from './mail.ts';
import { MailReportEntity } from './mail-report.ts';
import { MailboxEntity } from './mailbox.ts';
import { MembershipEntity } from './membership.ts';
import { NoticeEntity } from './notice.ts';
import { OrderEntity } from './order.ts';
import { OrderFactEntity } from './order-fact.ts';
import { PairingEntity } from './pairing.ts';
import { PasskeyEntity } from './passkey.ts';
import { PersonEntity } from './person.ts';
import { RefusedActivationEntity } from './refused-activation.ts';
import { ServerEntity } from './server.ts';
import { ServerNameEntity } from './server-name.ts';
import { SessionEntity } from './session.ts';
import { ShareEntity } from './share.ts';
import { SignInEntity } from './sign-in.ts';
import { StandbyEntity } from './standby.ts';
import { TakeoverEntity } from './takeover.ts';
import { TestUnitsEntity } from './test-units.ts';
import { UnlockLinkEntity } from './unlock-link.ts';
import { UnstartedOrderEntity } from './unstarted-order.ts';
import { UsedChallengeEntity } from './used-challenge.ts';
import { VerifiedDomainEntity } from './verified-domain.ts';
import { WebhookEntity } from './webhook.ts';
import { WebhookDeliveryEntity } from './webhook-delivery.ts';
import { WebhookSecretEntity } from './webhook-secret.ts';
import { WrongCodeEntity } from './wrong-code.ts';

/** Every table there is, listed explicitly. */
export const ENTITIES = [
  AccountEntity,
  AcknowledgementEntity,
  ActivationTokenEntity,
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
