import type { Change } from '../change.ts';
import { add } from './add.ts';
import { bifurcate } from './bifurcate.ts';
import type { ChangeKind } from './changeKind.ts';
import { cpu } from './cpu.ts';
import { fixAddress } from './fixAddress.ts';
import { hostWindow } from './hostWindow.ts';
import { link } from './link.ts';
import { move } from './move.ts';
import { notYet } from './notYet.ts';
import { remove } from './remove.ts';
import { resizeBar } from './resizeBar.ts';
import { slotOf } from './slotOf.ts';

/** All kinds of changes. A new kind is a row here. */
export const CHANGE_KINDS: { readonly [Kind in Change['kind']]: ChangeKind<Kind> } = {
  add,
  'add-host': notYet(),
  'add-slot': notYet(),
  bifurcate,
  cpu,
  driver: notYet(),
  'fix-address': fixAddress,
  'host-window': hostWindow,
  insert: notYet(),
  link,
  move,
  remove,
  'remove-whole': notYet(),
  replace: notYet(),
  'resize-bar': resizeBar,
  slot: notYet(),
  'slot-of': slotOf,
  'splice-in': notYet(),
  'splice-out': notYet(),
};
