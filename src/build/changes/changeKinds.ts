import type { Change } from '../change.ts';
import { add } from './add.ts';
import { addHost } from './addHost.ts';
import { addSlot } from './addSlot.ts';
import { bifurcate } from './bifurcate.ts';
import type { ChangeKind } from './changeKind.ts';
import { cpu } from './cpu.ts';
import { driver } from './driver.ts';
import { fixAddress } from './fixAddress.ts';
import { hostWindow } from './hostWindow.ts';
import { insert } from './insert.ts';
import { link } from './link.ts';
import { move } from './move.ts';
import { remove } from './remove.ts';
import { removeWhole } from './removeWhole.ts';
import { replace } from './replace.ts';
import { resizeBar } from './resizeBar.ts';
import { slot } from './slot.ts';
import { slotOf } from './slotOf.ts';
import { spliceIn } from './spliceIn.ts';
import { spliceOut } from './spliceOut.ts';

/** All kinds of changes. A new kind is a row here. */
export const CHANGE_KINDS: { readonly [Kind in Change['kind']]: ChangeKind<Kind> } = {
  add,
  'add-host': addHost,
  'add-slot': addSlot,
  bifurcate,
  cpu,
  driver,
  'fix-address': fixAddress,
  'host-window': hostWindow,
  insert,
  link,
  move,
  remove,
  'remove-whole': removeWhole,
  replace,
  'resize-bar': resizeBar,
  slot,
  'slot-of': slotOf,
  'splice-in': spliceIn,
  'splice-out': spliceOut,
};
