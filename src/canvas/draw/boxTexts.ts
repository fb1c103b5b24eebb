import type { Direction, Rect, SceneBox } from '../../layout/scene.ts';
import type { FunctionId } from '../../model/ids.ts';
import type { PciFunction } from '../../model/pciFunction.ts';
import { acsMark } from '../names/acsMark.ts';
import type { WrittenText } from './SheetText.tsx';

/**
 * What is written on a box and its ports. Further away the quiet words go, and the ACS bits; but of
 * integrated functions nothing else is written.
 */
export function boxTexts(
  box: SceneBox,
  byId: ReadonlyMap<FunctionId, PciFunction>,
  direction: Direction,
  hasDetails: boolean,
): readonly WrittenText[] {
  const isBare = hasDetails || box.kind === 'integrated';
  const own = isBare ? box.texts : box.texts.filter(({ role }) => role !== 'quiet');
  const texts: WrittenText[] = [...own, ...box.ports.flatMap((port) => port.texts)];
  if (!hasDetails) return texts;
  const places: readonly (readonly [FunctionId | undefined, Rect])[] =
    box.ports.length > 0
      ? box.ports
          .filter(({ role }) => role !== 'upstream')
          .map((port) => [port.function, port.rect])
      : [[box.functions[0], box.rect]];
  for (const [id, rect] of places) {
    const fn = id === undefined ? undefined : byId.get(id);
    const mark = fn && isDownward(fn) ? acsMark(fn) : '';
    if (mark !== '') texts.push({ role: 'acs', text: mark, ...besideLine(rect, direction) });
  }
  return texts;
}

const DOWNWARD: ReadonlySet<PciFunction['type']> = new Set([
  'root-port',
  'downstream',
  'pcie-to-pci',
  'pci-to-pcie',
  'conventional-bridge',
]);

/** A mark on every card would drown those of the bridges, which are where redirection is set up. */
function isDownward(fn: PciFunction): boolean {
  return DOWNWARD.has(fn.type);
}

/** Beside the line that leaves a port, where lines do not bend to. */
function besideLine(rect: Rect, direction: Direction): Omit<WrittenText, 'role' | 'text'> {
  return direction === 'down'
    ? { x: rect.x + rect.width / 2 - 5, y: rect.y + rect.height + 11, anchor: 'end' }
    : { x: rect.x + rect.width + 4, y: rect.y + rect.height / 2 - 5, anchor: 'start' };
}
