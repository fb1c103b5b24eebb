import type { Carried } from '../build/carried.ts';
import { peerlane } from '../store/peerlane.ts';
import { focusSheet } from './focusSheet.ts';

/** Takes something up by keys: the focus goes to the drawing, where arrow keys choose the place. */
export function carryByKeys(what: Carried): void {
  peerlane.getState().actions.carry(what, 'keys');
  // A drawer that lies over the sheet is closed by then.
  requestAnimationFrame(focusSheet);
}
