import ical, { ICalCalendarMethod, ICalEventStatus, ICalEventTransparency } from 'ical-generator';
import { nameIn, unitIn, type Catalogue } from '../../domain/catalogue/catalogue.ts';
import { capacityIn, type Language } from '../../languages/index.ts';
import type { LastDayView } from '../../services/renewals/renewals.ts';

const PRODUCT = { company: 'Cloud Licensing', product: 'Renewals' };

/** How often calendars should look again. */
const LOOK_AGAIN_SECONDS = 6 * 3_600;

type WrittenFor = {
  language: Language;
  catalogue: Catalogue;
  /** Of the portal, without a slash at its end. */
  publicUrl: string;
  /** When it is written, in epoch milliseconds. */
  nowMs: number;
  /** Whether it reads its own days alone, and needs no name of a customer. */
  isCustomer: boolean;
};

/**
 * Last days as a calendar (RFC 5545): a whole day each, as the customer counts days. An event is the line, whatever becomes of
 * it: it moves with a renewal, its sequence number rising, and is canceled with the line.
 */
export function lastDaysCalendar(lastDays: readonly LastDayView[], written: WrittenFor): string {
  const { language, publicUrl, nowMs } = written;
  const { calendar: texts, locale } = language.texts;
  const { hostname } = new URL(publicUrl);
  const calendar = ical({
    name: texts.name,
    prodId: { ...PRODUCT, language: locale.toUpperCase() },
    method: ICalCalendarMethod.PUBLISH,
    ttl: LOOK_AGAIN_SECONDS,
  });
  for (const lastDay of lastDays) {
    const { order, line, isCanceled, revision } = lastDay;
    calendar.createEvent({
      id: `${order}.${line}@${hostname}`,
      start: new Date(lastDay.lastDay),
      ...{ allDay: true, sequence: revision, stamp: new Date(nowMs) },
      summary: summaryOf(lastDay, written),
      description: descriptionOf(lastDay, written),
      url: `${publicUrl}/orders/${order}`,
      status: isCanceled ? ICalEventStatus.CANCELLED : ICalEventStatus.CONFIRMED,
      transparency: ICalEventTransparency.TRANSPARENT,
    });
  }
  return calendar.toString();
}

function summaryOf({ application, what, customer }: LastDayView, { language, catalogue, isCustomer }: WrittenFor) {
  const { calendar: texts } = language.texts;
  const name = nameIn(catalogue, application);
  const ends = what === 'term' ? texts.termEnds(name) : texts.careEnds(name);
  return isCustomer ? ends : texts.of(customer.name, ends);
}

function descriptionOf(
  { application, capacity, order, purchaseOrder, intent }: LastDayView,
  { language, catalogue }: WrittenFor,
): string {
  const { words, renewals } = language.texts;
  return [
    capacityIn(language, capacity, unitIn(catalogue, application)),
    `${words.order} ${order}`,
    ...(purchaseOrder === null ? [] : [`${words.purchaseOrder} ${purchaseOrder}`]),
    ...(intent ? [`${renewals.intent}: ${renewals.intents[intent.intent]}`] : []),
  ].join('\n');
}
