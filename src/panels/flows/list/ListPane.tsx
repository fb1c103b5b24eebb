import { useState } from 'react';
import { flowInSight } from '../../../store/flowInSight.ts';
import { usePeerlane } from '../../../store/peerlane.ts';
import type { OpenDocument } from '../../../store/state.ts';
import { AddFlowForm } from '../editor/AddFlowForm.tsx';
import { AddGroupForm } from '../editor/AddGroupForm.tsx';
import { duplicateOf } from '../editor/duplicateOf.ts';
import { EditFlowForm } from '../editor/EditFlowForm.tsx';
import { FlowForm } from '../editor/FlowForm.tsx';
import { NoFlows } from '../editor/NoFlows.tsx';
import { ReadyFlows } from '../editor/ReadyFlows.tsx';
import { FlowList } from './FlowList.tsx';
import { focusFlow, focusLater } from './focusFlow.ts';
import styles from './ListPane.module.css';

type OpenForm = 'flow' | 'group' | 'ready' | 'edit';

const ADD = [
  ['flow', 'Add flow', 'Add a flow by its ends'],
  ['group', 'Add group', 'Add a group: ring, all-to-all, incast, NVMe-oF target'],
  ['ready', 'Ready-made', 'Flows that this machine has the parts for'],
] as const;

/** Flows and groups of the document, and what can be done with them. */
export function ListPane({ document }: { readonly document: OpenDocument }) {
  const flows = usePeerlane((state) => state.flows);
  const report = usePeerlane((state) => state.throughput?.report ?? null);
  const isDrawing = usePeerlane((state) => state.flowDrawing !== null);
  const { edit, drawFlow, lookAtFlows } = usePeerlane((state) => state.actions);
  const [form, setForm] = useState<OpenForm | null>(null);
  const { machine } = document;
  const { workload } = machine;
  const seen = flowInSight(machine, flows, report);
  const draw = () => drawFlow(isDrawing ? null : { from: null, aim: null, by: 'pointer' });
  const isEmpty = workload.flows.length + workload.groups.length === 0;
  const close = () => {
    setForm(null);
    focusLater(form === 'edit' || form === null ? 'flows-list' : `flows-add-${form}`);
  };
  const done = () => {
    setForm(null);
    focusFlow();
  };
  const remove = () => {
    if (!seen) return;
    const { id } = seen.kind === 'flow' ? seen.flow : seen.group;
    edit({ kind: seen.kind === 'flow' ? 'flow-remove' : 'flow-group-remove', id });
    focusFlow();
  };
  return (
    <section className={styles.pane} aria-label="Flows">
      <fieldset className={styles.bar} aria-label="Add flows">
        <button
          id="flows-draw"
          type="button"
          className="small primary"
          title="Drag from device to device on the sheet"
          aria-pressed={isDrawing}
          onClick={draw}
        >
          {isDrawing ? 'Stop drawing' : 'Draw a flow'}
        </button>
        {ADD.map(([id, title, name]) => (
          <button
            key={id}
            id={`flows-add-${id}`}
            type="button"
            className="small"
            title={name}
            aria-pressed={form === id}
            onClick={() => setForm(form === id ? null : id)}
          >
            {title}
          </button>
        ))}
      </fieldset>
      {form === 'flow' && <AddFlowForm document={document} onDone={done} onClose={close} />}
      {form === 'group' && <AddGroupForm document={document} onDone={done} onClose={close} />}
      {form === 'ready' && (
        <FlowForm title="Ready-made flows" action={null} onClose={close}>
          <ReadyFlows document={document} onDone={done} />
        </FlowForm>
      )}
      {form === 'edit' && seen && <EditFlowForm document={document} seen={seen} onClose={close} />}
      {form === null && isEmpty && <NoFlows document={document} onDone={done} />}
      {(form === null || (form === 'edit' && !seen)) && !isEmpty && (
        <FlowList
          document={document}
          seen={seen}
          onLook={(flow) => lookAtFlows({ flow })}
          onEdit={() => setForm('edit')}
          onRemove={remove}
        />
      )}
      {form === null && seen && (
        <div className={styles.acts}>
          <span className={styles.quiet}>{countWords(workload)}</span>
          <button type="button" className="small" onClick={() => setForm('edit')}>
            Edit
          </button>
          <button
            type="button"
            className="small"
            onClick={() => {
              edit(duplicateOf(machine, seen));
              focusFlow();
            }}
          >
            Duplicate
          </button>
          <button type="button" className="small" onClick={remove}>
            Remove
          </button>
        </div>
      )}
    </section>
  );
}

function countWords({ flows, groups }: OpenDocument['machine']['workload']): string {
  const ofFlows = flows.length === 1 ? '1 flow' : `${flows.length} flows`;
  if (groups.length === 0) return ofFlows;
  const ofGroups = groups.length === 1 ? '1 group' : `${groups.length} groups`;
  return flows.length === 0 ? ofGroups : `${ofFlows}, ${ofGroups}`;
}
