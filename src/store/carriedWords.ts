import type { Carried } from '../build/carried.ts';
import { devicesBelow, familyOf, isPort } from '../build/changes/family.ts';
import type { Fragment } from '../build/fragment.ts';
import { nameOf } from '../build/wholeName.ts';
import type { FunctionId } from '../model/ids.ts';
import type { Machine } from '../model/machine.ts';
import { topsOf } from './clipboard/fragmentWords.ts';
import { titleOfPart } from './titleOfPart.ts';

const COUNT = new Intl.NumberFormat('en');

/** What is carried, for people: `2 × NVIDIA H100`, `nic0`, `sw0 and 6 below it`. */
export function carriedWords(machine: Machine, what: Carried): string {
  switch (what.kind) {
    case 'part': {
      const title = titleOfPart(what.part) ?? what.part;
      return what.count === 1 ? title : `${COUNT.format(what.count)} × ${title}`;
    }
    case 'devices':
      return devicesWords(machine, what.devices);
    case 'copies':
      return copiesWords(what.fragment);
  }
}

function devicesWords(machine: Machine, ids: readonly FunctionId[]): string {
  const [only, ...others] = ids;
  if (only === undefined || others.length > 0) return `${COUNT.format(ids.length)} devices`;
  const count = devicesUnder(machine, only);
  const name = nameOf(machine, only);
  return count === 0 ? name : `${name} and ${COUNT.format(count)} below it`;
}

/** How many devices are below that one, ports not counted. */
function devicesUnder(machine: Machine, top: FunctionId): number {
  const family = familyOf(machine);
  let count = 0;
  const open = [top];
  for (let id = open.pop(); id !== undefined; id = open.pop()) {
    for (const device of devicesBelow(family, id)) {
      const [first] = device;
      if (!first) continue;
      if (!isPort(first)) count++;
      open.push(...device.map((fn) => fn.id));
    }
  }
  return count;
}

function copiesWords(fragment: Fragment): string {
  const parts = topsOf(fragment);
  const [only, ...others] = parts;
  if (only !== undefined && others.length === 0)
    return `a copy of ${nameOf(fragment.machine, only)}`;
  const what = fragment.devices.length === parts.length ? 'devices' : 'parts';
  return `copies of ${COUNT.format(parts.length)} ${what}`;
}
