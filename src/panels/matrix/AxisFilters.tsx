import { DEVICE_KIND_WORDS, type DeviceKind } from '../../model/deviceKind.ts';
import { Term } from '../../parts/Term.tsx';
import { formatCount } from '../../parts/verdictWords.ts';
import { KIND_ORDER, KIND_TAGS } from './kinds.ts';
import styles from './MatrixFilters.module.css';

interface Props {
  readonly end: 'provider' | 'client';
  readonly present: ReadonlyMap<DeviceKind, number>;
  readonly kinds: ReadonlySet<DeviceKind>;
  readonly search: string;
  readonly onKinds: (kinds: ReadonlySet<DeviceKind>) => void;
  readonly onSearch: (search: string) => void;
}

const WORDS = {
  provider: { title: 'Providers', hint: 'in rows' },
  client: { title: 'Clients', hint: 'in columns' },
};

/** Which functions are rows, or columns: by kind, by address and name. */
export function AxisFilters({ end, present, kinds, search, onKinds, onSearch }: Props) {
  const { title, hint } = WORDS[end];
  const toggle = (kind: DeviceKind) => {
    const changed = new Set(kinds);
    if (!changed.delete(kind)) changed.add(kind);
    onKinds(changed);
  };
  return (
    <fieldset className={styles.axis}>
      <legend className="unseen">{title}</legend>
      <div className={styles.line}>
        <span className={styles.title}>
          <Term id={end}>{title}</Term> <small>{hint}</small>
        </span>
        <input
          type="search"
          aria-label={`${title} by address or name`}
          placeholder="Address or name"
          value={search}
          onChange={({ target }) => onSearch(target.value)}
        />
      </div>
      <div className={styles.chips}>
        {KIND_ORDER.filter((kind) => present.has(kind)).map((kind) => (
          <button
            key={kind}
            type="button"
            className={styles.chip}
            aria-pressed={kinds.has(kind)}
            title={DEVICE_KIND_WORDS[kind].many}
            onClick={() => toggle(kind)}
          >
            {KIND_TAGS[kind]}{' '}
            <span className={styles.count}>{formatCount(present.get(kind) ?? 0)}</span>
          </button>
        ))}
      </div>
    </fieldset>
  );
}
