import { mayChangeAccount } from '../../../domain/people/permissions.ts';
import type { AddressCorrectionService } from '../../../services/accounts/address-correction.ts';
import { onAccount } from '../../../services/permissions/permit.ts';
import { AddressCorrection, CorrectedAddress } from '../../schemas/accounts/accounts.ts';
import { Closed, Id } from '../../schemas/common.ts';
import type { Api } from '../../types.ts';
import { askedBy } from '../asked-by.ts';

/** A wrong address put right in all that followed from it. */
export function addressCorrectionRoutes(app: Api, corrections: AddressCorrectionService): void {
  app.post(
    '/v1/accounts/:id/address-corrections',
    {
      config: { scope: 'keys:write', ...onAccount(mayChangeAccount), isPaced: true },
      schema: {
        ...{ tags: ['Smart Account'], operationId: 'correctAddress', summary: 'Put a wrong e-mail address right' },
        ...{ params: Closed({ id: Id }), body: AddressCorrection, response: { 200: CorrectedAddress } },
        problems: ['CHANGED_MEANWHILE', 'TEMPORAL_UNAVAILABLE', 'TOO_MANY_REQUESTS'],
        description:
          'Of the account, of who belongs to it by that address, and of the links that were mailed there. What follows is done by itself also where the call is cut off. What is right already is left alone. It lets somebody in, and so takes the scope of keys.',
      },
    },
    async (request) => corrections.correct(request.params.id, request.body, askedBy(request)),
  );
}
