import { type Problem, problemError } from '../../base/problem.ts';
import { UNKNOWN } from '../../base/unknown.ts';
import type { FunctionId } from '../../model/ids.ts';
import type { Machine } from '../../model/machine.ts';
import type { PciFunction } from '../../model/pciFunction.ts';
import { partById } from '../partById.ts';
import { partOf } from '../partLink.ts';
import { partName } from '../partName.ts';
import type { ChangeOf } from './changeKind.ts';
import { devicesUnder } from './devicesUnder.ts';
import { deviceOf, familyOf, householdOf, sameParent } from './family.ts';
import { isProblem } from './isProblem.ts';
import { joinOfPart, type Placeable } from './joinOfPart.ts';
import { joinOf, landingOf } from './landing.ts';
import { takesBelow } from './takesBelow.ts';

/** Another part of the catalogue for a device. */
export interface Replacement {
  readonly part: Placeable;
  /** The functions that it has now. */
  readonly device: readonly PciFunction[];
  /** What is below it and belongs to it: cards behind a switch that they carry. */
  readonly inside: ReadonlySet<FunctionId>;
}

/** What is put in its place, or why it cannot be. */
export function replacementOf(
  machine: Machine,
  { device: id, part: partId }: ChangeOf<'replace'>,
): Replacement | Problem {
  const family = familyOf(machine);
  const named = family.byId.get(id);
  if (!named) return problemError(`There is no part ${id}.`, { where: id });
  const part = partById(partId);
  if (!part) return problemError(`The catalogue has no part ${partId}.`, { where: id });
  const refuse = (text: string, hint: string) => problemError(text, { where: id, hint });
  if (named.physfn !== null) {
    return refuse(
      `${partName(named)} is a virtual function; it cannot be replaced alone.`,
      'Replace the card that it belongs to.',
    );
  }
  const device = deviceOf(family, named);
  const fn = device[0] ?? named;
  if (part.kind === 'host' || part.kind === 'slot') {
    return refuse(`${part.title} cannot stand in the place of ${partName(fn)}.`, OTHER);
  }
  const [was, willBe] = [roleOf(machine, fn), roleOfPart(part)];
  if (was === 'downstream port') {
    return refuse(`${partName(fn)} is a port of a switch.`, 'Replace the switch.');
  }
  if (was !== willBe) {
    return refuse(`${partName(fn)} is a ${was}; ${part.title} is a ${willBe}.`, OTHER);
  }
  const inside = insideOf(machine, device);
  if (isProblem(inside)) return inside;
  return (
    misfitAbove(machine, fn, part, device) ??
    misfitBelow(machine, fn, part) ?? { part, device, inside }
  );
}

const OTHER = 'Choose another part, or remove this one and add that.';

function roleOf(machine: Machine, fn: PciFunction): string {
  if (fn.type === 'downstream') return 'downstream port';
  if (fn.type === 'root-port') return 'port';
  if (machine.hostBridges.some(({ vmdFunction }) => vmdFunction === fn.id)) return 'VMD';
  if (isCard(fn) || fn.bridge === null || fn.bridge === UNKNOWN) return 'device';
  return fn.type === 'upstream' ? 'switch' : 'bridge';
}

function roleOfPart({ kind }: Placeable): string {
  if (kind === 'vmd') return 'VMD';
  return kind === 'switch' || kind === 'bridge' || kind === 'port' ? kind : 'device';
}

/** A card that the catalogue has with the switch that it carries. */
function isCard(fn: PciFunction): boolean {
  const part = partOf(fn);
  return part !== null && 'onboardSwitch' in part && part.onboardSwitch !== null;
}

function insideOf(
  machine: Machine,
  device: readonly PciFunction[],
): ReadonlySet<FunctionId> | Problem {
  const [fn] = device;
  if (!fn || !isCard(fn)) return new Set();
  const family = familyOf(machine);
  const { functions } = householdOf(machine, family, device);
  const inside = [...functions].filter((id) => !device.some((each) => each.id === id));
  const stranger = inside
    .flatMap((id) => family.byId.get(id) ?? [])
    .find((each) => each.physfn === null && each.part?.model !== fn.part?.model);
  if (!stranger) return new Set(inside);
  return problemError(`${partName(stranger)} is below ${partName(fn)}.`, {
    where: stranger.id,
    hint: 'Move it elsewhere first.',
  });
}

/** Why the part cannot be where the device is. */
function misfitAbove(
  machine: Machine,
  fn: PciFunction,
  part: Placeable,
  device: readonly PciFunction[],
): Problem | null {
  const join = joinOfPart(part);
  const { parent } = fn;
  if (part.kind === 'port' || join === joinOf(fn) || parent === UNKNOWN) return null;
  const heads = new Set(device.map(({ id }) => id));
  const landing = landingOf(machine, familyOf(machine), join, parent, heads);
  if (isProblem(landing)) return landing;
  if (landing.kind === 'place' && sameParent(parent, landing.to)) return null;
  return problemError(`${part.title} needs a port; ${partName(fn)} sits on a bus.`, {
    where: fn.id,
    hint: OTHER,
  });
}

/** Why what is below the device cannot be below the part. */
function misfitBelow(machine: Machine, fn: PciFunction, part: Placeable): Problem | null {
  const refuse = (text: string) => problemError(text, { where: fn.id, hint: OTHER });
  if (part.kind === 'switch' && part.maxPorts.value !== UNKNOWN) {
    const ports = familyOf(machine)
      .below(fn.id)
      .filter(({ type }) => type === 'downstream').length;
    if (ports > part.maxPorts.value) {
      return refuse(
        `${partName(fn)} has ${ports} ports; ${part.title} has ${part.maxPorts.value}.`,
      );
    }
  }
  if (part.kind !== 'bridge') return null;
  const below = devicesUnder(machine, fn.id).flatMap(([first]) => first ?? []);
  const misfit = below.find((each) => {
    const join = joinOf(each);
    return join !== null && !takesBelow(part, join);
  });
  return misfit ? refuse(`${partName(misfit)} cannot be below ${part.title}.`) : null;
}
