import type { Machine, Socket } from '../../../model/machine.ts';
import type { OpenDocument } from '../../../store/state.ts';
import { nanoseconds, rate } from '../../parts/figureWords.ts';
import { socketTitle } from '../../words/partNames.ts';
import { Fact, Facts } from '../Facts.tsx';
import { SaidFigure } from '../host/SaidFigure.tsx';
import { useCatalogue } from '../later/useCatalogue.ts';
import { PartLink } from '../PartLink.tsx';
import { partOfModel } from '../part/partOfModel.ts';
import { Section } from '../Section.tsx';
import { type SocketTie, socketLinksOf } from '../ties.ts';

interface Props {
  readonly document: OpenDocument;
  readonly socket: Socket;
}

/** What joins a socket to others, with rate and latency as stated here or in the catalogue. */
export function SocketLinks({ document, socket }: Props) {
  const { machine } = document;
  const ties = socketLinksOf(machine, socket);
  if (ties.length === 0) return null;
  return (
    <Section title="Socket links" summary={String(ties.length)}>
      {ties.map((tie) => (
        <Tie key={tie.index} machine={machine} socket={socket} tie={tie} />
      ))}
    </Section>
  );
}

function Tie({
  machine,
  socket,
  tie: { other, bytesPerSecond, latencyNs },
}: {
  readonly machine: Machine;
  readonly socket: Socket;
  readonly tie: SocketTie;
}) {
  const fetched = useCatalogue();
  const host = machine.hostBridges.find((each) => each.socket === socket.id && each.model !== null);
  const found = fetched.kind === 'there' ? partOfModel(fetched.part.CATALOGUE, host?.model) : null;
  const platform = found?.kind === 'host' ? found : null;
  return (
    <Facts>
      <Fact name="To">
        <PartLink id={other.id} title={socketTitle(machine, other)} address={null} />
      </Fact>
      <Fact name="Rate, one way">
        <SaidFigure stated={bytesPerSecond} figure={platform?.socketRate ?? null} words={rate} />
      </Fact>
      <Fact name="Latency">
        <SaidFigure
          stated={latencyNs}
          figure={platform?.socketLatencyNs ?? null}
          words={nanoseconds}
        />
      </Fact>
    </Facts>
  );
}
