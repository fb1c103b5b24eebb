import type { MouseEvent } from 'react';
import type { MappedEntry } from '../../../engine/mapping/mappingReport.ts';
import type { ScatterlistEntry } from '../../../model/workload.ts';
import { Glyph } from '../../../parts/Glyph.tsx';
import { VERDICT_WORDS } from '../../../parts/verdictWords.ts';
import type { OpenDocument } from '../../../store/state.ts';
import styles from './EntryTable.module.css';
import { PAGE_WORDS } from './pageWords.ts';
import { plainName } from './providers.ts';
import { lengthWords } from './writePieces.ts';

interface Props {
  readonly document: OpenDocument;
  readonly entry: ScatterlistEntry;
  readonly index: number;
  readonly top: number;
  /** What the engine knows of it; `null`: not asked, or not answered yet. */
  readonly known: MappedEntry | null;
  readonly isStop: boolean;
  readonly isChosen: boolean;
  readonly isLit: boolean;
  readonly onPoint: () => void;
  readonly onChoose: (how: 'alone' | 'range' | 'toggle') => void;
  readonly onEdit: () => void;
}

/** One piece of memory. */
export function EntryRow(props: Props) {
  const { document, entry, index, top, known, isStop, isChosen, isLit } = props;
  const provider = entry.kind === 'peer' ? document.byId.get(entry.provider) : undefined;
  const page = entry.kind === 'ram' && entry.page !== undefined ? PAGE_WORDS[entry.page] : null;
  const onClick = ({ shiftKey, ctrlKey, metaKey }: MouseEvent) =>
    props.onChoose(shiftKey ? 'range' : ctrlKey || metaKey ? 'toggle' : 'alone');
  return (
    // biome-ignore lint/a11y/useKeyWithClickEvents: keys are the table's
    // biome-ignore lint/a11y/useSemanticElements: a table cannot leave out rows out of sight
    <div
      role="row"
      aria-rowindex={index + 2}
      aria-selected={isChosen}
      tabIndex={isStop ? 0 : -1}
      className={styles.row}
      data-lit={isLit || undefined}
      data-kind={entry.kind}
      style={{ top }}
      onClick={onClick}
      onDoubleClick={props.onEdit}
      onPointerEnter={props.onPoint}
      onFocus={props.onPoint}
    >
      <Cell isNumber>{index + 1}</Cell>
      <Cell>
        {entry.kind === 'ram'
          ? (page?.title ?? 'RAM')
          : provider
            ? plainName(provider)
            : entry.provider}
      </Cell>
      <Cell isNumber title={known?.phys}>
        <code>
          {entry.kind === 'ram' ? entry.address : `BAR ${entry.bar}+0x${entry.offset.toString(16)}`}
        </code>
      </Cell>
      <Cell isNumber>
        <code>{lengthWords(entry.length)}</code>
      </Cell>
      <Cell title={known?.text}>
        {entry.kind === 'ram' ? (
          <span className={styles.quiet}>{page?.help ?? 'host memory'}</span>
        ) : (
          known && (
            <>
              <Glyph kind={known.mapType ?? 'unknown'} />{' '}
              {known.isBySwitchIommu
                ? 'Via the switch’s IOMMU'
                : VERDICT_WORDS[known.mapType ?? 'unknown'].title}
            </>
          )
        )}
      </Cell>
    </div>
  );
}

function Cell({
  children,
  isNumber = false,
  title,
}: {
  readonly children: React.ReactNode;
  readonly isNumber?: boolean;
  readonly title?: string | undefined;
}) {
  return (
    // biome-ignore lint/a11y/useFocusableInteractive: the row is the stop
    // biome-ignore lint/a11y/useSemanticElements: see the row
    <div role="gridcell" title={title} data-number={isNumber || undefined}>
      {children}
    </div>
  );
}
