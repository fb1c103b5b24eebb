import { UNKNOWN } from '../../../base/unknown.ts';
import { nameOf } from '../../../engine/explain/nameOf.ts';
import type { PciFunction } from '../../../model/pciFunction.ts';
import { Bdf } from '../../../parts/Bdf.tsx';
import type { OpenDocument, PartId } from '../../../store/state.ts';
import type { MachineTree } from '../../tree/machineTree.ts';
import { bridgesAbove, hostsAbove } from '../../tree/waysThrough.ts';
import { hostTitle, rootBusName, socketTitle } from '../../words/partNames.ts';
import { NotShown } from '../Facts.tsx';
import { PartLink } from '../PartLink.tsx';
import styles from './WayUp.module.css';

interface Props {
  readonly document: OpenDocument;
  readonly tree: MachineTree;
  readonly fn: PciFunction;
}

/** The way from the root down to this function; each step leads there. */
export function WayUp({ document, tree, fn }: Props) {
  const bridges = bridgesAbove(tree, fn.id);
  const top = bridges.at(-1) ?? fn;
  const hosts = hostsAbove(tree, top.id);
  return (
    <nav aria-label="Way up">
      <ol className={styles.way}>
        {top.parent === UNKNOWN && (
          <li>
            <NotShown />
          </li>
        )}
        {[...hosts].reverse().map((id) => (
          <li key={id}>
            <PlaceStep document={document} tree={tree} id={id} />
          </li>
        ))}
        {[...bridges].reverse().map((bridge) => (
          <li key={bridge.id}>
            <PartLink id={bridge.id} address={nameOf(bridge)} isShort={hosts.length > 0} />
          </li>
        ))}
        <li aria-current="page">
          <Bdf id={nameOf(fn)} isShort={hosts.length > 0} />
        </li>
      </ol>
    </nav>
  );
}

function PlaceStep({ document, tree, id }: Omit<Props, 'fn'> & { readonly id: PartId }) {
  const node = tree.nodes.get(id);
  if (node?.kind === 'socket') {
    return <PartLink id={id} address={null} title={socketTitle(document.machine, node.socket)} />;
  }
  if (node?.kind !== 'host') return null;
  const address = rootBusName(node.host);
  return <PartLink id={id} address={address} title={hostTitle(node.host)} />;
}
