import { type ReactNode, useId, useMemo } from 'react';
import type { OpenDocument } from '../../../store/state.ts';
import { TextField } from '../../fields/TextField.tsx';
import { EndSelect } from './EndSelect.tsx';
import {
  endGroups,
  engineGroups,
  readEnd,
  readEngine,
  writeEnd,
  writeEngine,
} from './endOptions.ts';
import styles from './Fields.module.css';
import {
  depthText,
  rateText,
  readDepth,
  readOfferedRate,
  readTransferSize,
  sizeText,
} from './fieldValues.ts';
import { changedDraft, draftProblem, type FlowDraft } from './flowDraft.ts';

const OPERATIONS = [
  { value: 'write', title: 'Write' },
  { value: 'read', title: 'Read' },
  { value: 'copy', title: 'Copy' },
] as const;

interface Props {
  readonly document: OpenDocument;
  readonly draft: FlowDraft;
  /** Another field, before all others. */
  readonly first?: ReactNode;
  /** @param what was changed, for the title of the step */
  readonly onChange: (draft: FlowDraft, what: string) => void;
}

/** Every property of a flow. */
export function FlowFields({ document, draft, first, onChange }: Props) {
  const operationId = useId();
  const { machine, titles } = document;
  const ends = useMemo(() => endGroups(machine, titles), [machine, titles]);
  const engines = useMemo(() => engineGroups(machine, titles), [machine, titles]);
  const why = draftProblem(draft);
  const change = (part: Partial<FlowDraft>, what: string) =>
    onChange(changedDraft(draft, part), what);
  const { from, to } = draft;
  return (
    <div className={styles.fields}>
      {first}
      <EndSelect
        label="From"
        groups={ends}
        value={from ? writeEnd(from) : ''}
        onChange={(value) => change({ from: readEnd(value) }, 'where it begins')}
      />
      <EndSelect
        label="To"
        groups={ends}
        value={to ? writeEnd(to) : ''}
        isInvalid={(why?.startsWith('To') ?? false) && from !== null && to !== null}
        onChange={(value) => change({ to: readEnd(value) }, 'where it ends')}
      />
      <div className={styles.field}>
        <label htmlFor={operationId}>Operation</label>
        <select
          id={operationId}
          value={draft.operation}
          aria-invalid={why?.startsWith('Operation') ?? false}
          onChange={({ target }) => {
            const found = OPERATIONS.find(({ value }) => value === target.value);
            if (found) change({ operation: found.value }, 'operation');
          }}
        >
          {OPERATIONS.map(({ value, title }) => (
            <option key={value} value={value}>
              {title}
            </option>
          ))}
        </select>
      </div>
      <EndSelect
        label="By"
        groups={engines}
        value={writeEngine(draft.by)}
        none="an end"
        isInvalid={why?.startsWith('By') ?? false}
        onChange={(value) => change({ by: readEngine(value) }, 'who moves the data')}
      />
      <TextField
        look={styles}
        label="Size"
        empty="large"
        value={sizeText(draft.sizeBytes)}
        read={readTransferSize}
        onChange={(sizeBytes) => change({ sizeBytes }, 'size')}
      />
      <TextField
        look={styles}
        label="Depth"
        empty="enough"
        value={depthText(draft.queueDepth)}
        read={readDepth}
        onChange={(queueDepth) => change({ queueDepth }, 'depth')}
      />
      <TextField
        look={styles}
        label="Rate offered"
        empty="all it can"
        value={rateText(draft.rateBytesPerSecond)}
        read={readOfferedRate}
        onChange={(rateBytesPerSecond) => change({ rateBytesPerSecond }, 'rate')}
      />
      <label className={styles.tick}>
        <input
          type="checkbox"
          checked={draft.bothWays}
          onChange={({ target }) =>
            change({ bothWays: target.checked }, target.checked ? 'to both ways' : 'to one way')
          }
        />
        Both ways
      </label>
    </div>
  );
}
