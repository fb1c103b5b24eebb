import { nameOf } from '../../engine/explain/nameOf.ts';
import type { FunctionId } from '../../model/ids.ts';
import type { OpenDocument, PartId } from '../../store/state.ts';
import { socketTitle, titleOf } from '../words/partNames.ts';
import { PartList, PartRow } from './PartList.tsx';
import { Section } from './Section.tsx';
import { sideLinksOf } from './ties.ts';

interface Props {
  readonly document: OpenDocument;
  readonly id: PartId;
}

/** What joins the part to others beside the tree; such lines are drawn, and nothing more. */
export function SideLinks({ document, id }: Props) {
  const ties = sideLinksOf(document.machine, id);
  if (ties.length === 0) return null;
  return (
    <Section title="Beside the tree" summary={String(ties.length)}>
      <p>Drawn only: no verdict and no rate takes these links into account.</p>
      <PartList label="Beside the tree">
        {ties.map(({ index, other, words }) => (
          <PartRow key={index} id={other} {...nameOfEnd(document, other)} note={words} />
        ))}
      </PartList>
    </Section>
  );
}

function nameOfEnd(
  document: OpenDocument,
  id: PartId,
): { readonly address: string | null; readonly title: string } {
  const fn = document.byId.get(id as FunctionId);
  if (fn) return { address: nameOf(fn), title: titleOf(document, fn) };
  const socket = document.machine.sockets.find((each) => each.id === id);
  return { address: null, title: socket ? socketTitle(document.machine, socket) : id };
}
