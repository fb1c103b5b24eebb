import { UNKNOWN } from '../../../base/unknown.ts';
import { deviceOf, familyOf, householdOf, isPort } from '../../../build/changes/family.ts';
import type { Machine } from '../../../model/machine.ts';
import type { PciFunction } from '../../../model/pciFunction.ts';

/** What removing a function would take out. */
export interface WhatGoes {
  /** What the button says. */
  readonly title: string;
  /** `with 12 functions below it`; `null`: nothing else goes. */
  readonly along: string | null;
}

/** `null` where nothing is to be removed by itself: a virtual function, the function of a host bridge. */
export function whatGoes(machine: Machine, fn: PciFunction): WhatGoes | null {
  if (fn.physfn !== null || isHostFunction(fn)) return null;
  const family = familyOf(machine);
  const device = deviceOf(family, fn);
  const { functions } = householdOf(machine, family, device);
  const others = functions.size - device.length;
  const own = device.length > 1 ? `all ${device.length} functions` : null;
  const below = others > 0 ? `${others} ${others === 1 ? 'function' : 'functions'} below` : null;
  const along = [own, below].filter((each) => each !== null).join(' and ');
  return { title: titleOf(fn), along: along === '' ? null : `with ${along}` };
}

/** Class 0600: it stands for the host bridge, and goes and stays with that. */
function isHostFunction({ classCode, parent }: PciFunction): boolean {
  const isOnRoot = parent !== UNKNOWN && parent.kind === 'host';
  return isOnRoot && classCode !== UNKNOWN && classCode >> 8 === 0x0600;
}

function titleOf(fn: PciFunction): string {
  if (isPort(fn)) return 'Remove this port';
  return fn.type === 'upstream' ? 'Remove this switch' : 'Remove this device';
}
