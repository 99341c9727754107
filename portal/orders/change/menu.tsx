import type { Offer, OrderChange, WhyNot } from '../../../domain/order/offers.ts';
import type { Texts } from '../../../languages/texts.ts';
import { useTexts } from '../../reader.ts';

/** What can be changed of an order now, each with the page that does it, then what cannot and why; nothing for who may change nothing. */
export function ChangeMenu({ number, offers }: { number: string; offers: readonly Offer[] }) {
  const texts = useTexts();
  const { menu, notNow, changes } = texts.orderChanges;
  const refused = offers.flatMap(({ change, whyNot }) => (whyNot === null ? [] : [{ change, whyNot }]));
  if (offers.length === 0) return null;
  return (
    <details className="card mb-3">
      <summary className="card-body">{menu}</summary>
      <div className="card-body pt-0">
        <ul className="list-unstyled">
          {offers.map(
            ({ change, whyNot }) =>
              whyNot === null && (
                <li key={change} className="mb-2">
                  <a href={`/orders/${number}/change/${change}`}>{changes[change].title}</a>
                  <div className="text-secondary">{changes[change].explained}</div>
                </li>
              ),
          )}
        </ul>
        {refused.length > 0 && (
          <>
            <h2 className="h4">{notNow}</h2>
            <ul className="list-unstyled m-0">
              {refused.map(({ change, whyNot }) => (
                <li key={change}>
                  {changes[change].title}: <span className="text-secondary">{whyNotSaid(texts, change, whyNot)}</span>
                </li>
              ))}
            </ul>
          </>
        )}
      </div>
    </details>
  );
}

/** Why a change is not offered, in a sentence. */
export function whyNotSaid({ orderChanges, refusals }: Texts, change: OrderChange, whyNot: WhyNot): string {
  if (whyNot === 'STILL_ASSIGNED') return orderChanges.stillAssigned;
  if (whyNot !== 'NOTHING_TO_CHANGE') return refusals[whyNot];
  const { nothing } = orderChanges;
  return change in nothing ? nothing[change as keyof typeof nothing] : nothing.other;
}
