import type { PartId } from '../../store/state.ts';
import type { CheckSign } from '../draw/checkSigns.ts';

/** A part's name with what was found on it: `…, 1 warning`. */
export function checkedName(name: string, id: PartId, signs: readonly CheckSign[]): string {
  const sign = signs.find(({ part }) => part === id);
  return sign ? `${name}, ${sign.words}` : name;
}
