import type { Ref } from 'react';
import type { Socket } from '../../../model/machine.ts';
import { usePeerlane } from '../../../store/peerlane.ts';
import type { OpenDocument } from '../../../store/state.ts';
import { machineTree } from '../../tree/machineTree.ts';
import { everythingBelow } from '../../tree/waysThrough.ts';
import { socketTitle } from '../../words/partNames.ts';
import { EditableTitle } from '../EditableTitle.tsx';
import { Fact, Facts, MaybeFact } from '../Facts.tsx';
import { Head } from '../Head.tsx';
import { DrawingSection } from '../keep/DrawingSection.tsx';
import { LockLine } from '../lock/LockLine.tsx';
import { NoteSection } from '../note/NoteSection.tsx';
import { HostRow, PartList } from '../PartList.tsx';
import { ReachButtons } from '../ReachButtons.tsx';
import { Section } from '../Section.tsx';
import { SideLinks } from '../SideLinks.tsx';
import { PartChoice } from '../structure/PartChoice.tsx';
import { RemoveWhole } from '../structure/RemoveWhole.tsx';
import { kindsSentence } from './countKinds.ts';
import { SocketLinks } from './SocketLinks.tsx';

interface Props {
  readonly document: OpenDocument;
  readonly socket: Socket;
  readonly headingRef: Ref<HTMLHeadingElement>;
}

/** A CPU package, and the host bridges it carries. */
export function SocketView({ document, socket, headingRef }: Props) {
  const edit = usePeerlane((state) => state.actions.edit);
  const { machine, byId } = document;
  const tree = machineTree(machine);
  const hosts = machine.hostBridges.filter((host) => host.socket === socket.id);
  const devices = everythingBelow(tree, [socket.id]).flatMap((id) => {
    const fn = byId.get(id);
    return fn && fn.bridge === null ? [fn] : [];
  });
  return (
    <>
      <Head>
        <p>socket</p>
        <EditableTitle
          key={socket.id}
          text={socketTitle(machine, socket)}
          what={'the socket'}
          hint="Empty: no name of its own."
          headingRef={headingRef}
          onChange={(text) =>
            edit({ kind: 'label', about: socket.id, label: text === '' ? null : text })
          }
        />
        <ReachButtons tree={tree} ids={[socket.id]} />
        <LockLine part={socket.id} />
      </Head>
      <Section title="Place">
        <Facts>
          <MaybeFact name="NUMA node" term="numaNode" value={socket.numaNode} none="none stated">
            {(node) => String(node)}
          </MaybeFact>
          {socket.model !== null && <Fact name="CPU">{socket.model}</Fact>}
          {devices.length > 0 && <Fact name="Devices">{kindsSentence(devices)}</Fact>}
        </Facts>
      </Section>
      <Section title="Host bridges" summary={String(hosts.length)}>
        <PartList label="Host bridges">
          {hosts.map((host) => (
            <HostRow key={host.id} host={host} />
          ))}
        </PartList>
      </Section>
      <SocketLinks document={document} socket={socket} />
      <SideLinks document={document} id={socket.id} />
      <NoteSection document={document} about={socket.id} what={socketTitle(machine, socket)} />
      <Section title="Build">
        <PartChoice
          machine={machine}
          kinds={['host']}
          label="A host bridge in this socket"
          verb="Add"
          titleOf={(part) => `add ${part.title} to ${socketTitle(machine, socket)}`}
          changesOf={(part) => [{ kind: 'add-host', part, socket: socket.id, label: null }]}
        />
      </Section>
      <DrawingSection document={document} parts={[socket.id]} />
      <RemoveWhole
        document={document}
        whole={socket.id}
        name={socketTitle(machine, socket)}
        words="Remove this socket"
        along={hosts.length === 0 ? null : 'with its host bridges and everything on them'}
        next={null}
      />
    </>
  );
}
