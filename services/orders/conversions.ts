import { dayAt } from '../../domain/days.ts';
import { checkLine, toCare, type InputError, type PostedLine } from '../../domain/order/arriving/accept.ts';
import type { Conversion } from '../../domain/order/facts.ts';
import type { Line, Order } from '../../domain/order/order.ts';
import { boundariesOf, lastDayOf, type Care } from '../../domain/catalogue/terms.ts';
import { hashOfJson } from '../canonical.ts';
import type { Deps } from '../deps.ts';
import { refuseInvalid } from '../problems/problems.ts';
import { checkTexts } from '../text.ts';
import { checkNear } from './facts.ts';
import { createStating, type Stated, type Stating } from './stating.ts';

/** What a line becomes; `confirmFar` says that a far last day is meant, and is no part of the content. */
export type PostedConversion = Pick<Conversion, 'reference' | 'line' | 'license'> &
  Pick<PostedLine, 'endsOn' | 'care'> & { confirmFar?: boolean };

export type ConversionService = ReturnType<typeof createConversionService>;

/** Makes an evaluation a subscription or perpetual, and a subscription perpetual. */
export function createConversionService(deps: Deps) {
  const facts = createStating(deps);

  return {
    /**
     * Problems: NOT_FOUND, INVALID_REQUEST, REFERENCE_TAKEN, LINE_UNKNOWN, LINE_CANCELED, CONVERSION_NOT_POSSIBLE,
     * ORDER_CANCELED, ORDER_ENDED, TEMPORAL_UNAVAILABLE.
     */
    async convert(number: string, posted: PostedConversion, stating: Stating): Promise<Stated> {
      checkTexts({ '/reference': posted.reference });
      const { confirmFar, ...content } = posted;
      const { reference, line, license } = content;
      const contentHash = hashOfJson(content);
      return facts.state(number, stating, { type: 'convert', reference, contentHash }, ({ order, isWhole }, at) => {
        refuseInvalid(checkLine(content, '', false));
        // Days were checked: a subscription has its last one, and its care the same.
        const agreed = { endsOn: content.endsOn ?? null, care: toCare(content) as Care | null };
        const converted = order.lines.find(({ id }) => id === line);
        refuseInvalid(checkLastDay({ ...agreed, confirmFar }, converted, dayAt(at, order.timeZone)));
        const last = isWhole ? lastOf(order, agreed) : null;
        return { type: 'convert', reference, contentHash, line, license, ...agreed, last, inZone: order.timeZone };
      });
    },
  };
}

type Agreed = Pick<Conversion, 'endsOn' | 'care'>;

/** What begins as something else now neither ended before today nor before it began. */
function checkLastDay(
  { confirmFar, ...agreed }: Agreed & { confirmFar: boolean | undefined },
  line: Line | undefined,
  today: string,
): InputError[] {
  const endsOn = lastDayOf(agreed);
  const pointer = agreed.endsOn === null ? '/care/endsOn' : '/endsOn';
  if (endsOn === null) return [];
  if (endsOn < today) return [{ pointer, message: 'is in the past' }];
  if (line && endsOn <= line.startsOn)
    return [{ pointer, message: `is not after the line’s first day, ${line.startsOn}` }];
  return confirmFar ? [] : checkNear([[endsOn, pointer]], today);
}

function lastOf({ timeZone, policy }: Order, agreed: Agreed): Conversion['last'] {
  const endsOn = lastDayOf(agreed);
  return endsOn === null ? null : boundariesOf(endsOn, timeZone, policy);
}
