import { useMemo, useState } from 'react';
import type { PciFunction } from '../../../model/pciFunction.ts';
import { peerlane, usePeerlane } from '../../../store/peerlane.ts';
import { removal } from '../../../store/removal.ts';
import type { OpenDocument } from '../../../store/state.ts';
import { type MachineTree, machineTree } from '../../tree/machineTree.ts';
import { ancestors } from '../../tree/waysThrough.ts';
import { useLead } from '../go.ts';
import styles from './RemoveButton.module.css';
import { whatGoes } from './whatGoes.ts';

interface Props {
  readonly document: OpenDocument;
  readonly tree: MachineTree;
  readonly fn: PciFunction;
}

/** Takes the device out of the machine; what was above it is shown then. Undo brings it back. */
export function RemoveButton({ document, tree, fn }: Props) {
  const change = usePeerlane((state) => state.actions.change);
  const lead = useLead();
  const [isBusy, setBusy] = useState(false);
  const { machine } = document;
  const goes = useMemo(() => whatGoes(machine, fn), [machine, fn]);
  if (goes === null) return null;
  const remove = async () => {
    if (isBusy) return;
    setBusy(true);
    const above = ancestors(tree, fn.id);
    const { title, changes } = removal(document, [fn.id]);
    await change(title, changes);
    setBusy(false);
    const left = peerlane.getState().document;
    if (left === null || left.byId.has(fn.id)) return;
    const { nodes } = machineTree(left.machine);
    lead(above.find((id) => nodes.has(id)) ?? null);
  };
  return (
    <div className={styles.remove}>
      <button type="button" className="small" aria-disabled={isBusy || undefined} onClick={remove}>
        {goes.title}
      </button>
      {goes.along !== null && <span className={styles.along}>{goes.along}</span>}
    </div>
  );
}
