import type { Ref } from 'react';
import { hex } from '../../../base/hex.ts';
import { UNKNOWN } from '../../../base/unknown.ts';
import type { FunctionId } from '../../../model/ids.ts';
import type { HostBridge, HostWindow } from '../../../model/machine.ts';
import { Bdf } from '../../../parts/Bdf.tsx';
import { Term } from '../../../parts/Term.tsx';
import { usePeerlane } from '../../../store/peerlane.ts';
import type { OpenDocument } from '../../../store/state.ts';
import { conditionsOf } from '../../conditionsOf.ts';
import { figuresOf } from '../../parts/figuresOf.ts';
import { machineTree } from '../../tree/machineTree.ts';
import { functionsBelow } from '../../tree/waysThrough.ts';
import { hostTitle, rootBusName, socketTitle } from '../../words/partNames.ts';
import { sizeWords } from '../../words/registerWords.ts';
import { EditableTitle } from '../EditableTitle.tsx';
import { Fact, Facts, MaybeFact, NotShown } from '../Facts.tsx';
import { Address, Figures } from '../Figures.tsx';
import { AddressMapButton } from '../function/AddressMapButton.tsx';
import { Head } from '../Head.tsx';
import { DrawingSection } from '../keep/DrawingSection.tsx';
import { LockLine } from '../lock/LockLine.tsx';
import { NoteSection } from '../note/NoteSection.tsx';
import { PartLink } from '../PartLink.tsx';
import { FunctionRow, PartList } from '../PartList.tsx';
import { CataloguedPart } from '../part/PartSection.tsx';
import { ReachButtons } from '../ReachButtons.tsx';
import { Section } from '../Section.tsx';
import { PartChoice } from '../structure/PartChoice.tsx';
import { RemoveWhole } from '../structure/RemoveWhole.tsx';
import { ForwardingSection } from './ForwardingSection.tsx';
import { HostIdentity } from './HostIdentity.tsx';
import { offsetWords, windowOffsets } from './windowOffsets.ts';

interface Props {
  readonly document: OpenDocument;
  readonly host: HostBridge;
  readonly headingRef: Ref<HTMLHeadingElement>;
}

/** A host bridge: where it is, and as whom the kernel knows it. */
export function HostView({ document, host, headingRef }: Props) {
  const edit = usePeerlane((state) => state.actions.edit);
  const conditions = conditionsOf(document.machine);
  const tree = machineTree(document.machine);
  const below = functionsBelow(tree, host.id);
  const address = rootBusName(host);
  const offsets = windowOffsets(host.windows);
  const socket = document.machine.sockets.find(({ id }) => id === host.socket);
  return (
    <>
      <Head>
        <p>
          <Term id="hostBridge">host bridge</Term> {address !== null && <Bdf id={address} />}
        </p>
        <EditableTitle
          key={host.id}
          text={hostTitle(host)}
          what={'the host bridge'}
          hint="Empty: no name of its own."
          headingRef={headingRef}
          onChange={(text) =>
            edit({ kind: 'label', about: host.id, label: text === '' ? null : text })
          }
        />
        <ReachButtons tree={tree} ids={[host.id]} />
        <LockLine part={host.id} />
      </Head>
      <Section title="Known to Linux as">
        <HostIdentity key={host.id} document={document} host={host} conditions={conditions} />
      </Section>
      <Section title="Place">
        <Facts>
          <Fact name="Root bus" term="rootBus">
            {address === null ? 'not numbered yet' : <Figures>{address}</Figures>}
            {host.isGuess && ' (concluded: no bridge of the input leads there)'}
          </Fact>
          <MaybeFact name="Last bus" value={host.lastBus}>
            {(bus) => <Figures>{hex(bus, 2)}</Figures>}
          </MaybeFact>
          {host.kind === 'vmd' && (
            <MaybeFact name="VMD function" value={host.vmdFunction}>
              {(id: FunctionId) => <PartLink id={id} address={id} />}
            </MaybeFact>
          )}
          <MaybeFact name="NUMA node" term="numaNode" value={host.numaNode} none="none stated">
            {(node) => String(node)}
          </MaybeFact>
          <MaybeFact name="Socket" value={host.socket} none="none stated">
            {() =>
              socket ? (
                <PartLink
                  id={socket.id}
                  title={socketTitle(document.machine, socket)}
                  address={null}
                />
              ) : (
                <NotShown />
              )
            }
          </MaybeFact>
        </Facts>
      </Section>
      <Section
        title="Windows"
        summary={host.windows === UNKNOWN ? 'not shown' : String(host.windows.length)}
      >
        <p>
          <Term id="hostWindow">Addresses</Term> that lead here:{' '}
          {host.windows === UNKNOWN && <NotShown />}
        </p>
        {host.windows !== UNKNOWN && (
          <Facts>
            {host.windows.map((window) => (
              <WindowFact key={`${window.kind} ${window.cpuBase}`} window={window} />
            ))}
            {offsets.length > 0 && (
              <Fact name="Offset" term="busOffset">
                <Figures>{offsets.map(offsetWords).join(', ')}</Figures>
              </Fact>
            )}
          </Facts>
        )}
        <AddressMapButton />
      </Section>
      <ForwardingSection host={host} />
      <CataloguedPart
        model={host.model}
        figures={(part) => figuresOf(part).filter(({ title }) => title === null)}
      />
      <Section title="On its root bus" summary={String(below.length)}>
        <PartList label="On its root bus">
          {below.map((fn) => (
            <FunctionRow key={fn.id} document={document} fn={fn} />
          ))}
        </PartList>
      </Section>
      <NoteSection document={document} about={host.id} what={hostTitle(host)} />
      <Section title="Build">
        <PartChoice
          machine={document.machine}
          kinds={['slot']}
          label="A slot on a new port of it"
          verb="Add slot"
          titleOf={(part) => `add ${part.title} on ${hostTitle(host)}`}
          changesOf={(part) => [
            { kind: 'add-slot', part, to: { kind: 'host', id: host.id }, label: null },
          ]}
        />
      </Section>
      <DrawingSection document={document} parts={[host.id]} />
      <RemoveWhole
        document={document}
        whole={host.id}
        name={hostTitle(host)}
        words="Remove this host bridge"
        along={below.length === 0 ? null : 'with everything on it'}
        next={socket?.id ?? null}
      />
    </>
  );
}

const KINDS: Readonly<Record<HostWindow['kind'], string>> = {
  io: 'I/O',
  memory: 'Memory',
  prefetchable: 'Prefetchable',
};

function WindowFact({ window }: { readonly window: HostWindow }) {
  const { kind, cpuBase, busBase, size } = window;
  return (
    <Fact name={KINDS[kind]}>
      <Address value={cpuBase} />, {sizeWords(Number(BigInt(size)))}
      {busBase !== cpuBase && (
        <>
          , on the bus <Address value={busBase} />
        </>
      )}
    </Fact>
  );
}
