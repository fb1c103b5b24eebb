import type { Ref } from 'react';
import { nameOf } from '../../engine/explain/nameOf.ts';
import { shortTitle } from '../../model/shortTitle.ts';
import { Bdf } from '../../parts/Bdf.tsx';
import { usePeerlane } from '../../store/peerlane.ts';
import type { OpenDocument } from '../../store/state.ts';
import type { MachineTree, TreeNode } from '../tree/machineTree.ts';
import { isPortType, whatItIs } from '../words/functionTypeWords.ts';
import { deviceName, hostTitle, rootBusName, socketTitle, titleOf } from '../words/partNames.ts';
import { functionMarks, spokenName } from './functionMarks.ts';
import { isOneDomain } from './isOneDomain.ts';
import { LineMarks } from './LineMarks.tsx';
import styles from './OutlineLine.module.css';
import type { OutlineRow } from './outlineRows.ts';
import type { FoldingState } from './useFolding.ts';

interface Props {
  readonly ref: Ref<HTMLDivElement>;
  readonly id: string;
  readonly index: number;
  readonly top: number;
  readonly row: OutlineRow;
  readonly node: TreeNode;
  readonly document: OpenDocument;
  readonly tree: MachineTree;
  readonly isActive: boolean;
  readonly isSelected: boolean;
  readonly folding: FoldingState;
  readonly onPoint: (
    index: number,
    event: { readonly shiftKey: boolean; readonly ctrlKey: boolean; readonly metaKey: boolean },
  ) => void;
}

/** One part in one line. Keys are the tree's: it has the focus. */
export function OutlineLine(props: Props) {
  const { row, node, index, document, folding } = props;
  const { name, content } = useLine(props.tree, document, node);
  return (
    // biome-ignore lint/a11y/useKeyWithClickEvents: the tree takes the keys
    // biome-ignore lint/a11y/useFocusableInteractive: the tree has the focus and names the active line
    <div
      ref={props.ref}
      id={props.id}
      data-index={index}
      role="treeitem"
      className={styles.line}
      aria-label={name}
      aria-level={row.level}
      aria-posinset={row.posInSet}
      aria-setsize={row.setSize}
      aria-expanded={row.isExpanded ?? undefined}
      aria-selected={props.isSelected}
      data-active={props.isActive || undefined}
      data-match={row.isMatch || undefined}
      style={{ top: props.top, paddingInlineStart: indent(row.level) }}
      onClick={(event) => {
        const isFold = event.target instanceof Element && event.target.matches('[data-folds]');
        if (isFold) flip(folding, row);
        else props.onPoint(index, event);
      }}
      onDoubleClick={() => {
        if (row.isExpanded !== null) flip(folding, row);
      }}
    >
      <span
        className={styles.fold}
        data-open={row.isExpanded ?? undefined}
        data-folds={row.isExpanded !== null || undefined}
      />
      {content}
    </div>
  );
}

function flip(folding: FoldingState, row: OutlineRow): void {
  if (row.isExpanded) folding.fold(row.id);
  else folding.unfold([row.id]);
}

/** Px per level; deep trees step in more slowly, so that names stay in sight. */
function indent(level: number): number {
  return 4 + Math.min(level - 1, 6) * 8 + Math.max(0, level - 7) * 4;
}

function useLine(tree: MachineTree, document: OpenDocument, node: TreeNode) {
  const pair = usePeerlane((state) => state.pair);
  const results = usePeerlane((state) => state.results);
  if (node.kind !== 'function') {
    const { title, address } = placeWords(document, node);
    return {
      name: [address, title].filter((part) => part !== null).join(' '),
      content: (
        <>
          {address !== null && <Bdf id={address} />}
          <span className={styles.place}>{title}</span>
        </>
      ),
    };
  }
  const { fn } = node;
  const title = titleOf(document, fn);
  const device = fn.label === null ? null : deviceName(document, fn);
  const isCurrent = results !== null && results.revision === document.revision;
  const marks = functionMarks(tree, fn, pair, isCurrent ? results : null);
  const words = [isPortType(fn.type) ? whatItIs(fn) : null, title, device];
  const spokenTitle = words.filter((word) => word !== null).join(', ');
  return {
    name: spokenName(fn, spokenTitle, marks),
    content: (
      <>
        <Bdf id={nameOf(fn)} isShort={isOneDomain(document.machine)} />
        <span className={styles.title}>
          {isPortType(fn.type) && fn.label === null ? (
            <span className={styles.quiet}>{whatItIs(fn)}</span>
          ) : (
            <>
              {title}{' '}
              {device !== null && <span className={styles.quiet}>{shortTitle(device)}</span>}
            </>
          )}
        </span>
        <LineMarks marks={marks} />
      </>
    ),
  };
}

function placeWords(document: OpenDocument, node: Exclude<TreeNode, { kind: 'function' }>) {
  return node.kind === 'socket'
    ? { title: socketTitle(document.machine, node.socket), address: null }
    : { title: hostTitle(node.host), address: rootBusName(node.host) };
}
