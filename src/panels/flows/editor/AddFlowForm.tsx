import { useState } from 'react';
import { isEndpointLike } from '../../../model/classCode.ts';
import type { FunctionId } from '../../../model/ids.ts';
import type { FlowEnd } from '../../../model/workload.ts';
import { flowsEnd, newFlow } from '../../../store/newFlow.ts';
import { usePeerlane } from '../../../store/peerlane.ts';
import type { OpenDocument } from '../../../store/state.ts';
import { draftWords } from './draftWords.ts';
import { FlowFields } from './FlowFields.tsx';
import { FlowForm } from './FlowForm.tsx';
import { draftProblem, EMPTY_FLOW, type FlowDraft } from './flowDraft.ts';

interface Props {
  readonly document: OpenDocument;
  readonly onDone: () => void;
  readonly onClose: () => void;
}

/** A flow by its properties; it begins with the devices that are selected on the sheet. */
export function AddFlowForm({ document, onDone, onClose }: Props) {
  const edit = usePeerlane((state) => state.actions.edit);
  const selection = usePeerlane((state) => state.selection);
  const [draft, setDraft] = useState<FlowDraft>(() => {
    const [from = null, to = null] = selectedEnds(document, [...selection] as FunctionId[]);
    return { ...EMPTY_FLOW, from, to };
  });
  const { from, to } = draft;
  const add = () => {
    if (from === null || to === null) return;
    const { machine } = document;
    const flow = newFlow(machine, { ...draft, from, to });
    edit({ kind: 'flow-add', flow, at: flowsEnd(machine) });
    onDone();
  };
  return (
    <FlowForm
      title="New flow"
      action="Add the flow"
      why={draftProblem(draft)}
      isOpen={from === null || to === null}
      says={draftWords(document.machine, draft)}
      onAct={add}
      onClose={onClose}
    >
      <FlowFields document={document} draft={draft} onChange={setDraft} />
    </FlowForm>
  );
}

function selectedEnds({ byId }: OpenDocument, ids: readonly FunctionId[]): readonly FlowEnd[] {
  return ids.flatMap((id) => {
    const fn = byId.get(id);
    return fn && isEndpointLike(fn) ? [{ kind: 'function', id } as const] : [];
  });
}
