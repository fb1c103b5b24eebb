import type { Change } from '../change.ts';
import { add } from './add.ts';
import { bifurcate } from './bifurcate.ts';
import type { ChangeKind } from './changeKind.ts';
import { cpu } from './cpu.ts';
import { fixAddress } from './fixAddress.ts';
import { hostWindow } from './hostWindow.ts';
import { link } from './link.ts';
import { move } from './move.ts';
import { remove } from './remove.ts';
import { resizeBar } from './resizeBar.ts';
import { slotOf } from './slotOf.ts';

/** All kinds of changes. A new kind is a row here. */
export const CHANGE_KINDS: { readonly [Kind in Change['kind']]: ChangeKind<Kind> } = {
  add,
  bifurcate,
  cpu,
  'fix-address': fixAddress,
  'host-window': hostWindow,
  link,
  move,
  remove,
  'resize-bar': resizeBar,
  'slot-of': slotOf,
};
