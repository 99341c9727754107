import { Conversion } from '../../schemas/orders/conversions.ts';
import type { ConversionService } from '../../../services/orders/conversions.ts';
import type { Api } from '../../types.ts';
import { answer, STATING, statingOf } from './order-facts.ts';

/** Lines that become another kind of license. */
export function conversionRoutes(app: Api, conversions: ConversionService): void {
  app.post(
    '/v1/orders/:number/conversions',
    {
      config: { scope: 'orders:write' },
      schema: {
        ...{
          tags: ['Orders'],
          operationId: 'convertLine',
          summary: 'Make an evaluation or a subscription what it is to be',
        },
        ...{ body: Conversion, ...STATING },
        problems: [...STATING.problems, 'CONVERSION_NOT_POSSIBLE', 'LINE_CANCELED', 'LINE_UNKNOWN', 'REFERENCE_TAKEN'],
        description:
          'An evaluation becomes a subscription or perpetual, a subscription perpetual, in place: the servers need nothing. The same reference and content again changes nothing.',
      },
    },
    async (request, reply) =>
      answer(reply, await conversions.convert(request.params.number, request.body, statingOf(request))),
  );
}
