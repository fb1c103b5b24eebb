import { useState } from 'react';
import type { PciFunction } from '../../../model/pciFunction.ts';
import type { OpenDocument } from '../../../store/state.ts';
import type { MachineTree } from '../../tree/machineTree.ts';
import { FunctionRow, PartList } from '../PartList.tsx';
import { Section } from '../Section.tsx';
import { relativesOf } from './relatives.ts';

interface Props {
  readonly document: OpenDocument;
  readonly tree: MachineTree;
  readonly fn: PciFunction;
}

/** So many rows before the rest has to be asked for. */
const FIRST = 8;

/** Other functions of the same device, virtual ones, and what hangs below. */
export function RelativesSection({ document, tree, fn }: Props) {
  return relativesOf(tree, fn).map(({ title, functions }) => (
    <Section key={title} title={title} summary={String(functions.length)}>
      <Rows key={fn.id} document={document} functions={functions} label={title} />
    </Section>
  ));
}

interface RowsProps {
  readonly document: OpenDocument;
  readonly functions: readonly PciFunction[];
  readonly label: string;
}

function Rows({ document, functions, label }: RowsProps) {
  const [isWhole, setWhole] = useState(false);
  const shown = isWhole ? functions : functions.slice(0, FIRST);
  return (
    <>
      <PartList label={label}>
        {shown.map((fn) => (
          <FunctionRow key={fn.id} document={document} fn={fn} />
        ))}
      </PartList>
      {shown.length < functions.length && (
        <div>
          <button type="button" className="small" onClick={() => setWhole(true)}>
            Show all {functions.length}
          </button>
        </div>
      )}
    </>
  );
}
