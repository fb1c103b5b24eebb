import type { VirtualItem } from '@tanstack/react-virtual';
import { DEVICE_KIND_WORDS } from '../../model/deviceKind.ts';
import { Bdf } from '../../parts/Bdf.tsx';
import type { Axis, Run } from './arrangeAxis.ts';
import styles from './ClientHeaders.module.css';
import { KIND_TAGS, kindTitle } from './kinds.ts';
import { GAP, PITCH } from './MatrixRow.tsx';

interface Props {
  readonly clients: Axis;
  readonly columns: readonly VirtualItem[];
  /** Left edge of the first column. */
  readonly begin: number;
  readonly litColumn: number;
}

/** The clients, and above them their kinds. */
export function ClientHeaders({ clients, columns, begin, litColumn }: Props) {
  return (
    // biome-ignore lint/a11y/useSemanticElements: a table cannot leave out the cells out of sight
    <div role="row" tabIndex={-1} aria-rowindex={1} className={styles.head}>
      {/* biome-ignore lint/a11y/useSemanticElements: see above */}
      <div role="columnheader" tabIndex={-1} aria-colindex={1} className={styles.corner}>
        <span className={styles.client}>Client →</span>
        <span>Provider ↓</span>
      </div>
      {runsInSight(clients, columns).map((run) => {
        const left = begin + run.begin * PITCH + run.before * GAP;
        const width = (run.end - run.begin) * PITCH;
        return (
          <div key={run.begin} className={styles.run} aria-hidden style={{ left, width }}>
            <span>{runWords(run, width)}</span>
          </div>
        );
      })}
      {columns.map(({ index, end }) => {
        const client = clients.items[index];
        if (!client) return null;
        const { kind, name, title } = client;
        const whole = `${DEVICE_KIND_WORDS[kind].one} ${name} ${title}`;
        return (
          // biome-ignore lint/a11y/useSemanticElements: see above
          <div
            key={client.id}
            role="columnheader"
            tabIndex={-1}
            aria-colindex={index + 2}
            aria-label={whole}
            title={whole}
            className={styles.column}
            data-column={index}
            data-lit={index === litColumn || undefined}
            style={{ left: end - PITCH }}
          >
            <Bdf id={name} />
          </div>
        );
      })}
    </div>
  );
}

function runsInSight(clients: Axis, columns: readonly VirtualItem[]): readonly Run[] {
  const first = columns[0]?.index ?? 0;
  const last = columns.at(-1)?.index ?? -1;
  return clients.runs.filter(({ begin, end }) => begin <= last && end > first);
}

const LETTER = 6;

/** "Storage controllers" where there is room, else "Storage", else "Stor.". */
function runWords({ kind }: Run, width: number): string {
  const many = kindTitle(kind);
  const tag = KIND_TAGS[kind];
  if (many.length * LETTER <= width) return many;
  return tag.length * LETTER > width + GAP ? `${tag.slice(0, 4)}.` : tag;
}
