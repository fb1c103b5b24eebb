import type { FlowInSight } from '../../../store/flowInSight.ts';
import { usePeerlane } from '../../../store/peerlane.ts';
import type { OpenDocument } from '../../../store/state.ts';
import { draftWords } from './draftWords.ts';
import { FlowFields } from './FlowFields.tsx';
import { FlowForm } from './FlowForm.tsx';
import { draftProblem } from './flowDraft.ts';
import { GroupFields } from './GroupFields.tsx';
import { groupProblem } from './groupDraft.ts';
import { NameField } from './NameField.tsx';

interface Props {
  readonly document: OpenDocument;
  readonly seen: FlowInSight;
  readonly onClose: () => void;
}

/** The properties of a flow or a group; each change is a step of its own, and is computed at once. */
export function EditFlowForm({ document, seen, onClose }: Props) {
  const edit = usePeerlane((state) => state.actions.edit);
  if (seen.kind === 'flow') {
    const { flow } = seen;
    const name = flow.label ?? flow.id;
    const change = (changed: typeof flow, what: string) =>
      edit({ kind: 'flow-change', title: `change ${name}: ${what}`, flow: changed });
    return (
      <FlowForm
        title={`Flow ${name}`}
        action={null}
        why={draftProblem(flow)}
        says={draftWords(document.machine, flow)}
        onClose={onClose}
      >
        <FlowFields
          document={document}
          draft={flow}
          first={
            <NameField
              document={document}
              value={name}
              onChange={(label) => change({ ...flow, label }, 'name')}
            />
          }
          onChange={(draft, what) => {
            const { from, to } = draft;
            if (from && to) change({ ...flow, ...draft, from, to }, what);
          }}
        />
      </FlowForm>
    );
  }
  const { group } = seen;
  const name = group.label ?? group.id;
  const change = (changed: typeof group, what: string) =>
    edit({ kind: 'flow-group-change', title: `change ${name}: ${what}`, group: changed });
  return (
    <FlowForm title={`Group ${name}`} action={null} why={groupProblem(group)} onClose={onClose}>
      <GroupFields
        document={document}
        draft={group}
        first={
          <NameField
            document={document}
            value={name}
            onChange={(label) => change({ ...group, label }, 'name')}
          />
        }
        onChange={(draft, what) => change({ id: group.id, label: group.label, ...draft }, what)}
      />
    </FlowForm>
  );
}
