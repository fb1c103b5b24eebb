import { type ReactNode, useId, useMemo } from 'react';
import type { FlowEnd } from '../../../model/workload.ts';
import type { OpenDocument } from '../../../store/state.ts';
import { TextField } from '../../fields/TextField.tsx';
import { EndOptions, EndSelect } from './EndSelect.tsx';
import { endGroups, readEnd, writeEnd } from './endOptions.ts';
import styles from './Fields.module.css';
import { readTransferSize, sizeText } from './fieldValues.ts';
import { type GroupDraft, nextMember, PATTERNS, withPattern } from './groupDraft.ts';

interface Props {
  readonly document: OpenDocument;
  readonly draft: GroupDraft;
  /** Another field, before all others. */
  readonly first?: ReactNode;
  /** @param what was changed, for the title of the step */
  readonly onChange: (draft: GroupDraft, what: string) => void;
}

/** Every property of a group: its pattern, who takes part, and in which order. */
export function GroupFields({ document, draft, first, onChange }: Props) {
  const id = useId();
  const { machine, titles } = document;
  const groups = useMemo(() => endGroups(machine, titles), [machine, titles]);
  const { pattern, through, operation } = draft;
  const change = (part: Partial<GroupDraft>, what: string) => onChange({ ...draft, ...part }, what);
  const changeThrough = (value: string) => {
    const { through: _, ...others } = draft;
    const end = readEnd(value);
    onChange(end ? { ...others, through: end } : others, 'whose memory is between');
  };
  return (
    <>
      <div className={styles.fields}>
        {first}
        <div className={styles.field}>
          <label htmlFor={`${id}-pattern`}>Pattern</label>
          <select
            id={`${id}-pattern`}
            value={pattern}
            title={PATTERNS.find(({ value }) => value === pattern)?.help}
            onChange={({ target }) => {
              const found = PATTERNS.find(({ value }) => value === target.value);
              if (found) onChange(withPattern(draft, found.value), 'pattern');
            }}
          >
            {PATTERNS.map(({ value, title }) => (
              <option key={value} value={value}>
                {title}
              </option>
            ))}
          </select>
        </div>
        <div className={styles.field}>
          <label htmlFor={`${id}-operation`}>Operation</label>
          <select
            id={`${id}-operation`}
            value={operation}
            onChange={({ target }) =>
              change({ operation: target.value === 'read' ? 'read' : 'write' }, 'operation')
            }
          >
            <option value="write">Write</option>
            <option value="read">Read</option>
          </select>
        </div>
        <TextField
          look={styles}
          label="Size of each transfer"
          empty="large"
          value={sizeText(draft.sizeBytes)}
          read={readTransferSize}
          onChange={(sizeBytes) => change({ sizeBytes }, 'size')}
        />
        {pattern === 'nvme-of' && (
          <EndSelect
            label="Through"
            groups={groups}
            value={through ? writeEnd(through) : ''}
            none="host memory"
            onChange={changeThrough}
          />
        )}
      </div>
      <Members draft={draft} groups={groups} onChange={change} />
    </>
  );
}

function Members({
  draft: { members, pattern, operation },
  groups,
  onChange,
}: {
  readonly draft: GroupDraft;
  readonly groups: ReturnType<typeof endGroups>;
  readonly onChange: (part: Partial<GroupDraft>, what: string) => void;
}) {
  const ends = groups.flatMap(({ options }) =>
    options.flatMap(({ value }) => readEnd(value) ?? []),
  );
  const next = nextMember(ends, members);
  const put = (changed: readonly FlowEnd[], what: string) => onChange({ members: changed }, what);
  return (
    <fieldset className={styles.group}>
      <legend className={styles.legend}>
        Members, in order
        {pattern !== 'incast'
          ? ''
          : operation === 'write'
            ? '; all others write to the first'
            : '; the first reads from all others'}
      </legend>
      <ol className={styles.members}>
        {members.map((member, at) => (
          <li key={keyOf(members, at)}>
            <span aria-hidden="true">{at + 1}</span>
            <select
              aria-label={`Member ${at + 1}`}
              value={writeEnd(member)}
              onChange={({ target }) => {
                const end = readEnd(target.value);
                if (end) put(members.with(at, end), `member ${at + 1}`);
              }}
            >
              <EndOptions groups={groups} />
            </select>
            <button
              type="button"
              className="small"
              aria-label={`Member ${at + 1} one place earlier`}
              aria-disabled={at === 0 || undefined}
              onClick={() => {
                const before = members[at - 1];
                if (before) put(members.with(at - 1, member).with(at, before), 'order');
              }}
            >
              ↑
            </button>
            <button
              type="button"
              className="small"
              aria-label={`Remove member ${at + 1}`}
              aria-disabled={members.length <= 2 || undefined}
              onClick={() => {
                if (members.length > 2) put(members.toSpliced(at, 1), `remove member ${at + 1}`);
              }}
            >
              ×
            </button>
          </li>
        ))}
      </ol>
      <button
        type="button"
        className="small"
        aria-disabled={next === null || undefined}
        onClick={() => next && put([...members, next], 'members')}
      >
        Add a member
      </button>
    </fieldset>
  );
}

/** A member by what it is; of one that is there twice also by which one. */
function keyOf(members: readonly FlowEnd[], at: number): string {
  const keys = members.slice(0, at + 1).map(writeEnd);
  const key = keys.at(-1) ?? '';
  return `${key} ${keys.filter((each) => each === key).length}`;
}
