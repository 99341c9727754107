import { nameIn, unitIn } from '../../../domain/catalogue/catalogue.ts';
import { capacityIn } from '../../../languages/index.ts';
import type { Preview } from '../../../services/orders/preview.ts';
import { useReader } from '../../reader.ts';

/** What a change brings to servers and parties, in sentences of the reader's language. */
export function useConsequences({ consequences }: Preview, servers: ReadonlyMap<string, string>): string[] {
  const { language, catalogue } = useReader();
  const { format, texts } = language;
  const { orderChanges } = texts;
  return consequences.map((one) => {
    switch (one.type) {
      case 'loses':
      case 'gets-back': {
        const [from, to] = [one.from, one.to].map((units) => unitsOf(one.application, units)) as [string, string];
        const about = [servers.get(one.server) ?? one.server, from, to, nameIn(catalogue, one.application)] as const;
        return one.type === 'loses' ? orderChanges.loses(...about) : orderChanges.getsBack(...about);
      }
      case 'will-lose': {
        const { application, capacity, assigned, on } = one;
        const [left, held] = [capacity, assigned].map((units) => unitsOf(application, units)) as [string, string];
        return orderChanges.willLose(format.day(on), left, held, nameIn(catalogue, application));
      }
      case 'stops':
      case 'goes-on':
        return orderChanges[one.type === 'stops' ? 'stops' : 'goesOn'](one.servers, format.number(one.servers));
      case 'reads-no-more':
        return orderChanges.readsNoMore(one.name);
    }
  });

  function unitsOf(application: string, units: number): string {
    return capacityIn(language, units, unitIn(catalogue, application));
  }
}
