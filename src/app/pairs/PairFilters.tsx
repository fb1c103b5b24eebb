import { Fragment, useId } from 'react';
import type { FunctionId } from '../../model/ids.ts';
import { Glyph } from '../../parts/Glyph.tsx';
import { shortTitle } from '../../parts/shortTitle.ts';
import {
  formatCount,
  VERDICT_KINDS,
  VERDICT_WORDS,
  type VerdictCounts,
} from '../../parts/verdictWords.ts';
import type { PairFilter } from './filterPairs.ts';
import styles from './PairFilters.module.css';

interface Props {
  readonly functions: readonly FunctionId[];
  readonly titles: ReadonlyMap<FunctionId, string>;
  readonly filter: PairFilter;
  readonly onFilter: (filter: PairFilter) => void;
  readonly counts: VerdictCounts;
  readonly bridgesToo: boolean;
  readonly onBridgesToo: (bridgesToo: boolean) => void;
}

/** Which pairs are listed: by their two ends, by verdict, and whether bridges count as peers. */
export function PairFilters(props: Props) {
  const { functions, titles, filter, onFilter, counts, bridgesToo, onBridgesToo } = props;
  const all = VERDICT_KINDS.reduce((sum, kind) => sum + counts[kind], 0);
  return (
    <fieldset className={styles.filters}>
      <legend className="unseen">Filter the pairs</legend>
      <FunctionSelect
        label="Provider"
        value={filter.provider}
        functions={functions}
        titles={titles}
        onChange={(provider) => onFilter({ ...filter, provider })}
      />
      <FunctionSelect
        label="Client"
        value={filter.client}
        functions={functions}
        titles={titles}
        onChange={(client) => onFilter({ ...filter, client })}
      />
      <fieldset className={styles.verdicts}>
        <legend className="unseen">Verdict</legend>
        {[null, ...VERDICT_KINDS].map((kind) => (
          <Fragment key={kind ?? 'any'}>
            <input
              type="radio"
              className="unseen"
              name="verdict"
              id={`verdict-${kind ?? 'any'}`}
              checked={filter.kind === kind}
              onChange={() => onFilter({ ...filter, kind })}
            />
            <label htmlFor={`verdict-${kind ?? 'any'}`} className={styles.verdict}>
              {kind !== null && <Glyph kind={kind} />}
              {kind === null ? 'Any' : VERDICT_WORDS[kind].title}{' '}
              <span className={styles.count}>
                {formatCount(kind === null ? all : counts[kind])}
              </span>
            </label>
          </Fragment>
        ))}
      </fieldset>
      <label className={styles.check}>
        <input
          type="checkbox"
          checked={bridgesToo}
          onChange={(event) => onBridgesToo(event.target.checked)}
        />
        Bridges too
      </label>
      <label className={styles.check}>
        <input
          type="checkbox"
          checked={filter.withItself}
          onChange={(event) => onFilter({ ...filter, withItself: event.target.checked })}
        />
        Each with itself
      </label>
    </fieldset>
  );
}

interface FunctionSelectProps {
  readonly label: string;
  readonly value: FunctionId | null;
  readonly functions: readonly FunctionId[];
  readonly titles: ReadonlyMap<FunctionId, string>;
  readonly onChange: (id: FunctionId | null) => void;
}

function FunctionSelect({ label, value, functions, titles, onChange }: FunctionSelectProps) {
  const id = useId();
  return (
    <div className={styles.select}>
      <label htmlFor={id}>{label}</label>
      <select
        id={id}
        value={value ?? ''}
        onChange={({ target }) => onChange(functions.find((each) => each === target.value) ?? null)}
      >
        <option value="">any</option>
        {value !== null && !functions.includes(value) && <option value={value}>{value}</option>}
        {functions.map((each) => (
          <option key={each} value={each}>
            {each} {shortTitle(titles.get(each) ?? '')}
          </option>
        ))}
      </select>
    </div>
  );
}
