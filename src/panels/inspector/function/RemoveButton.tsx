import { useMemo } from 'react';
import type { PciFunction } from '../../../model/pciFunction.ts';
import { peerlane } from '../../../store/peerlane.ts';
import { removal } from '../../../store/removal.ts';
import type { OpenDocument } from '../../../store/state.ts';
import { type MachineTree, machineTree } from '../../tree/machineTree.ts';
import { ancestors } from '../../tree/waysThrough.ts';
import { useLead } from '../go.ts';
import { ChangeButton } from '../structure/ChangeButton.tsx';
import styles from './RemoveButton.module.css';
import { whatGoes } from './whatGoes.ts';

interface Props {
  readonly document: OpenDocument;
  readonly tree: MachineTree;
  readonly fn: PciFunction;
}

/** Takes the device out of the machine; what was above it is shown then. Undo brings it back. */
export function RemoveButton({ document, tree, fn }: Props) {
  const lead = useLead();
  const { machine } = document;
  const goes = useMemo(() => whatGoes(machine, fn), [machine, fn]);
  if (goes === null) return null;
  const { title, changes } = removal(document, [fn.id]);
  const above = ancestors(tree, fn.id);
  const leave = () => {
    const left = peerlane.getState().document;
    if (left === null || left.byId.has(fn.id)) return;
    const { nodes } = machineTree(left.machine);
    lead(above.find((id) => nodes.has(id)) ?? null);
  };
  return (
    <div className={styles.remove}>
      <ChangeButton machine={machine} title={title} changes={changes} onDone={leave}>
        {goes.title}
      </ChangeButton>
      {goes.along !== null && <span className={styles.along}>{goes.along}</span>}
    </div>
  );
}
