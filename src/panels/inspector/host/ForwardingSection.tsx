import { UNKNOWN } from '../../../base/unknown.ts';
import type { HostBridge } from '../../../model/machine.ts';
import { Term } from '../../../parts/Term.tsx';
import { rate, yesNo } from '../../parts/figureWords.ts';
import { Fact, Facts } from '../Facts.tsx';
import { useCatalogue } from '../later/useCatalogue.ts';
import { partOfModel } from '../part/partOfModel.ts';
import { Section } from '../Section.tsx';
import { SaidFigure } from './SaidFigure.tsx';

/** What the root complex does with requests from one of its ports to another, and who says so. */
export function ForwardingSection({ host }: { readonly host: HostBridge }) {
  const fetched = useCatalogue();
  const { forwarding, model } = host;
  const found = fetched.kind === 'there' ? partOfModel(fetched.part.CATALOGUE, model) : null;
  const platform = found?.kind === 'host' ? found : null;
  return (
    <Section title="From port to port" summary={summary(forwarding)}>
      <p>
        <Term id="forwarding">Forwarding</Term> between its root ports, by the hardware:
      </p>
      <Facts>
        <Fact name="Writes">
          <SaidFigure
            stated={forwarding?.writes ?? null}
            figure={platform?.forwardsWrites ?? null}
            words={yesNo}
          />
        </Fact>
        <Fact name="Reads">
          <SaidFigure
            stated={forwarding?.reads ?? null}
            figure={platform?.forwardsReads ?? null}
            words={yesNo}
          />
        </Fact>
        <Fact name="Rate, in all">
          <SaidFigure
            stated={forwarding?.bytesPerSecond ?? null}
            figure={platform?.forwardingRate ?? null}
            words={rate}
          />
        </Fact>
      </Facts>
    </Section>
  );
}

function summary(forwarding: HostBridge['forwarding']): string | undefined {
  if (forwarding === null) return undefined;
  const { writes, reads } = forwarding;
  if (writes === UNKNOWN || reads === UNKNOWN) return undefined;
  if (writes && reads) return 'reads and writes';
  return writes ? 'writes' : reads ? 'reads' : 'nothing';
}
