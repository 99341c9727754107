import type { SeenPairing } from '../../services/pairings/approvals.ts';
import { Name } from '../parts/said/name.tsx';
import { useTexts } from '../reader.ts';

type MachineProps = {
  pairing: SeenPairing;
  /** Where the reader calls from, and whether that is the machine's network; absent where it does not matter. */
  networks?: { own: string; isSame: boolean };
};

/** What a machine says of itself, which nobody has checked, beside where it calls from. */
export function Machine({ pairing, networks }: MachineProps) {
  const { pairing: texts } = useTexts();
  const { hostname, version, address } = pairing;
  return (
    <section className="card mb-3" aria-labelledby="machine">
      <div className="card-body">
        <h2 className="card-title" id="machine">
          {texts.machineTitle}
        </h2>
        <p className="text-secondary">{texts.machineSays}</p>
        <dl className="mb-0">
          <dt>{texts.hostname}</dt>
          <dd>{hostname === null ? texts.unnamed : <Name>{hostname}</Name>}</dd>
          <dt>{texts.version}</dt>
          <dd>
            <Name>{version}</Name>
          </dd>
          <dt>{texts.address}</dt>
          <dd dir="ltr" className="text-start">
            {address}
          </dd>
          {networks && (
            <>
              <dt>{texts.yourAddress}</dt>
              <dd dir="ltr" className="text-start">
                {networks.own}
              </dd>
            </>
          )}
        </dl>
        {networks && <p className="mb-0">{networks.isSame ? texts.sameNetwork : texts.otherNetwork}</p>}
      </div>
    </section>
  );
}
