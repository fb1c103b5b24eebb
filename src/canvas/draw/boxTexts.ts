import { portAcsMark } from '../../engine/portAcsMark.ts';
import { acsSpots } from '../../layout/acsSpots.ts';
import type { Scene, SceneBox } from '../../layout/scene.ts';
import type { FunctionId } from '../../model/ids.ts';
import type { PciFunction } from '../../model/pciFunction.ts';
import type { WrittenText } from './SheetText.tsx';

/** What is read near by. */
const FINE: ReadonlySet<WrittenText['role']> = new Set(['quiet', 'note']);

/**
 * What is written on a box and its ports. Further away the quiet words go, and the ACS bits; but of
 * integrated functions nothing else is written.
 */
export function boxTexts(
  box: SceneBox,
  byId: ReadonlyMap<FunctionId, PciFunction>,
  scene: Pick<Scene, 'direction' | 'slotOf'>,
  hasDetails: boolean,
): readonly WrittenText[] {
  const isBare = hasDetails || box.kind === 'integrated';
  const own = isBare ? box.texts : box.texts.filter(({ role }) => !FINE.has(role));
  const texts: WrittenText[] = [...own, ...box.ports.flatMap((port) => port.texts)];
  if (!hasDetails) return texts;
  for (const { function: id, ...spot } of acsSpots(box, scene)) {
    const fn = byId.get(id);
    const mark = fn ? portAcsMark(fn) : '';
    if (mark !== '') texts.push({ role: 'acs', text: mark, ...spot });
  }
  return texts;
}
