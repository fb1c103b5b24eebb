import type { Ref } from 'react';
import type { Socket } from '../../../model/machine.ts';
import type { OpenDocument } from '../../../store/state.ts';
import { machineTree } from '../../tree/machineTree.ts';
import { everythingBelow } from '../../tree/waysThrough.ts';
import { socketTitle } from '../../words/partNames.ts';
import { Fact, Facts, MaybeFact } from '../Facts.tsx';
import { Head } from '../Head.tsx';
import { HostRow, PartList } from '../PartList.tsx';
import { ReachButtons } from '../ReachButtons.tsx';
import { Section } from '../Section.tsx';
import { SideLinks } from '../SideLinks.tsx';
import { kindsSentence } from './countKinds.ts';
import { SocketLinks } from './SocketLinks.tsx';

interface Props {
  readonly document: OpenDocument;
  readonly socket: Socket;
  readonly headingRef: Ref<HTMLHeadingElement>;
}

/** A CPU package, and the host bridges it carries. */
export function SocketView({ document, socket, headingRef }: Props) {
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
        <h2 ref={headingRef} tabIndex={-1}>
          {socketTitle(machine, socket)}
        </h2>
        <ReachButtons tree={tree} ids={[socket.id]} />
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
    </>
  );
}
