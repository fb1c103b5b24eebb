import type { Ref } from 'react';
import { formatCpu } from '../../../engine/kernel/conditions.ts';
import type { Conditions } from '../../../engine/report.ts';
import type { HostBridge } from '../../../model/machine.ts';
import { WithAddresses } from '../../../parts/Bdf.tsx';
import { usePeerlane } from '../../../store/peerlane.ts';
import type { OpenDocument } from '../../../store/state.ts';
import { conditionsOf } from '../../conditionsOf.ts';
import { ACS_WORDS, iommuWords } from '../../words/conditionWords.ts';
import { socketTitle } from '../../words/partNames.ts';
import { EditableTitle } from '../EditableTitle.tsx';
import { Fact, Facts } from '../Facts.tsx';
import { Figures } from '../Figures.tsx';
import { Head } from '../Head.tsx';
import { NoteSection } from '../note/NoteSection.tsx';
import { HostRow, PartList, PartRow } from '../PartList.tsx';
import { Section } from '../Section.tsx';
import { countWords } from './countKinds.ts';

interface Props {
  readonly document: OpenDocument;
  readonly headingRef: Ref<HTMLHeadingElement>;
}

/** The machine as a whole: what is shown while nothing is selected. */
export function MachineView({ document, headingRef }: Props) {
  const edit = usePeerlane((state) => state.actions.edit);
  const { machine, origin } = document;
  return (
    <>
      <Head>
        <p>machine</p>
        <EditableTitle
          key={document.serial}
          text={machine.name}
          what="the machine"
          headingRef={headingRef}
          onChange={(name) => {
            if (name !== '') edit({ kind: 'name', name });
          }}
        />
        <p>
          Click a part on the sheet or in the outline to look at its registers; Shift or Ctrl takes
          several.
        </p>
      </Head>
      <Section title="What it has">
        <Facts>
          {countWords(machine).map(({ name, text }) => (
            <Fact key={name} name={name}>
              {text}
            </Fact>
          ))}
        </Facts>
      </Section>
      {machine.sockets.length > 0 && (
        <Section title="Sockets" summary={String(machine.sockets.length)}>
          <PartList label="Sockets">
            {machine.sockets.map((socket) => (
              <PartRow
                key={socket.id}
                id={socket.id}
                address={null}
                title={socketTitle(machine, socket)}
                {...(socket.numaNode === null ? {} : { note: `NUMA node ${socket.numaNode}` })}
              />
            ))}
          </PartList>
        </Section>
      )}
      <Section title="Host bridges" summary={String(machine.hostBridges.length)}>
        <PartList label="Host bridges">
          {machine.hostBridges.map((host) => (
            <HostRow key={host.id} host={host} note={nodeWords(host)} />
          ))}
        </PartList>
      </Section>
      <NoteSection document={document} about={null} what="the machine" />
      <Section title="Where it came from">
        <OriginFacts origin={origin} isDrawn={machine.origin === 'drawn'} />
      </Section>
      <Section title="Judged under">
        <ConditionFacts conditions={conditionsOf(machine)} />
      </Section>
    </>
  );
}

function nodeWords({ numaNode }: HostBridge): string | undefined {
  return typeof numaNode === 'number' ? `NUMA node ${numaNode}` : undefined;
}

function OriginFacts({
  origin,
  isDrawn,
}: {
  readonly origin: OpenDocument['origin'];
  readonly isDrawn: boolean;
}) {
  const setView = usePeerlane((state) => state.actions.setView);
  const remarks = origin.problems.length;
  return (
    <>
      <Facts>
        <Fact name="From">{origin.source}</Fact>
        <Fact name="Read as">{origin.format}</Fact>
        <Fact name="Machine">{isDrawn ? 'drawn' : 'captured from a machine'}</Fact>
      </Facts>
      {remarks > 0 && (
        <div>
          <button
            type="button"
            className="small"
            onClick={() => setView({ dockTab: 'report', isDockOpen: true })}
          >
            {remarks === 1 ? 'One remark of the reader' : `${remarks} remarks of the reader`}
          </button>
        </div>
      )}
    </>
  );
}

const SOURCES: Readonly<Record<Conditions['kernel']['source'], string>> = {
  given: 'as asked',
  input: 'from the input',
  inferred: 'by its parts',
  default: 'assumed',
};

function ConditionFacts({ conditions }: { readonly conditions: Conditions }) {
  const { kernel, cpu, cmdline, acsWords, assumed } = conditions;
  const parameters = cmdline.value.text.trim();
  return (
    <>
      <Facts>
        <Fact name="Kernel" term="kernel">
          {kernel.value.title}, {SOURCES[kernel.source]}
        </Fact>
        <Fact name="CPU" term="cpu">
          {formatCpu(cpu.value)}, {SOURCES[cpu.source]}
        </Fact>
        <Fact name="IOMMU" term="iommu">
          {iommuWords(conditions)}
        </Fact>
        <Fact name="ACS words" term="acsWords">
          {ACS_WORDS[acsWords.value]}
        </Fact>
        <Fact name="Command line" term="cmdline">
          {parameters === '' ? 'none given' : <Figures>{parameters}</Figures>}
        </Fact>
      </Facts>
      {assumed.map(({ id, text }) => (
        <p key={id}>
          Assumed: <WithAddresses text={text} />.
        </p>
      ))}
    </>
  );
}
