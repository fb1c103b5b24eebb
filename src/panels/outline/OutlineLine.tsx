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
import { KeptMarks } from './KeptMarks.tsx';
import { LineMarks } from './LineMarks.tsx';
import styles from './OutlineLine.module.css';
import type { OutlineRow } from './outlineRows.ts';
import { type PartMarks, spokenMarks } from './partMarks.ts';
import { RenameField } from './RenameField.tsx';
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
  readonly marks: PartMarks | undefined;
  /** While something is carried: whether it can be dropped here, and what to say of that. */
  readonly drop: RowDrop | null;
  readonly isRenaming: boolean;
  /** @param name `null`: as it was */
  readonly onRenamed: (name: string | null, isByKey: boolean) => void;
  readonly onPoint: (
    index: number,
    event: { readonly shiftKey: boolean; readonly ctrlKey: boolean; readonly metaKey: boolean },
  ) => void;
}

/** What a line has to say to what is carried. */
export interface RowDrop {
  readonly kind: 'legal' | 'refused';
  /** It is what is aimed at. */
  readonly isAimed: boolean;
  readonly words: string | null;
}

/** One part in one line. Keys are the tree's: it has the focus. */
export function OutlineLine(props: Props) {
  const { row, node, index, document, folding, marks, drop } = props;
  const { name, content } = useLine(props.tree, document, node);
  const said = [name, ...(marks ? spokenMarks(marks) : []), ...(drop ? [DROPS[drop.kind]] : [])];
  return (
    // biome-ignore lint/a11y/useKeyWithClickEvents: the tree takes the keys
    // biome-ignore lint/a11y/useFocusableInteractive: the tree has the focus and names the active line
    <div
      ref={props.ref}
      id={props.id}
      data-index={index}
      role="treeitem"
      className={styles.line}
      aria-label={said.join(', ')}
      aria-level={row.level}
      aria-posinset={row.posInSet}
      aria-setsize={row.setSize}
      aria-expanded={row.isExpanded ?? undefined}
      aria-selected={props.isSelected}
      data-active={props.isActive || undefined}
      data-match={row.isMatch || undefined}
      data-drop={drop?.kind}
      data-aimed={drop?.isAimed || undefined}
      title={drop?.words ?? undefined}
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
      {props.isRenaming ? (
        <RenameField {...ownName(document, node)} onDone={props.onRenamed} />
      ) : (
        content
      )}
      <KeptMarks marks={marks} />
      {drop?.isAimed && (
        <svg className={styles.dropSign} viewBox="0 0 16 16" aria-hidden="true">
          <path d={drop.kind === 'legal' ? TAKES : REFUSES} />
        </svg>
      )}
    </div>
  );
}

const DROPS = { legal: 'takes what is carried', refused: 'does not take what is carried' } as const;

/** An arrow into a tray; a barred circle. */
const TAKES = 'M8 2.5v6M5.5 6 8 8.5 10.5 6M3 9.5v4h10v-4';
const REFUSES = 'M8 2.5a5.5 5.5 0 1 0 0 11 5.5 5.5 0 0 0 0-11ZM4.2 4.2l7.6 7.6';

/** The user's name for a part, and what it is called without. */
function ownName(document: OpenDocument, node: TreeNode) {
  switch (node.kind) {
    case 'function':
      return { name: node.fn.label ?? '', placeholder: nameOf(node.fn) };
    case 'host':
      return { name: node.host.label ?? '', placeholder: hostTitle({ ...node.host, label: null }) };
    case 'socket':
      return {
        name: node.socket.label ?? '',
        placeholder: socketTitle(document.machine, node.socket),
      };
  }
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
