import { useState } from 'react';
import { deviceKind } from '../../../model/deviceKind.ts';
import type { Machine } from '../../../model/machine.ts';
import type { FlowEnd } from '../../../model/workload.ts';
import { groupsEnd, newGroup } from '../../../store/newFlow.ts';
import { usePeerlane } from '../../../store/peerlane.ts';
import type { OpenDocument } from '../../../store/state.ts';
import { FlowForm } from './FlowForm.tsx';
import { GroupFields } from './GroupFields.tsx';
import { type GroupDraft, groupProblem } from './groupDraft.ts';

interface Props {
  readonly document: OpenDocument;
  readonly onDone: () => void;
  readonly onClose: () => void;
}

/** A group by its properties; it begins with the machine's GPUs, else with what it has. */
export function AddGroupForm({ document, onDone, onClose }: Props) {
  const edit = usePeerlane((state) => state.actions.edit);
  const { machine } = document;
  const [draft, setDraft] = useState<GroupDraft>(() => ({
    pattern: 'ring',
    members: usualMembers(machine),
    operation: 'write',
    sizeBytes: null,
  }));
  const add = () => {
    const wish = { 'all-to-all': 'all', 'nvme-of': 'target' }[draft.pattern as string];
    const group = newGroup(machine, draft, wish ?? draft.pattern);
    edit({ kind: 'flow-group-add', group, at: groupsEnd(machine) });
    onDone();
  };
  return (
    <FlowForm
      title="New group of flows"
      action="Add the group"
      why={groupProblem(draft)}
      onAct={add}
      onClose={onClose}
    >
      <GroupFields document={document} draft={draft} onChange={setDraft} />
    </FlowForm>
  );
}

function usualMembers({ functions }: Machine): readonly FlowEnd[] {
  const kinds = ['gpu', 'accelerator', 'nic', 'nvme'] as const;
  for (const kind of kinds) {
    const found = functions.filter(
      (fn) =>
        deviceKind(fn) === kind &&
        fn.physfn === null &&
        (fn.address === null || fn.address.function === 0),
    );
    if (found.length > 1) return found.slice(0, 8).map(({ id }) => ({ kind: 'function', id }));
  }
  return [];
}
