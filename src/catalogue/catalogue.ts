import { BRIDGES } from './bridges.ts';
import { DEVICES } from './devices.ts';
import type { CataloguePart, PartKind } from './part.ts';
import { PLATFORMS } from './platforms.ts';
import { PORTS, QEMU_BRIDGES, QEMU_SWITCHES } from './qemuPorts.ts';
import { SLOTS } from './slots.ts';
import { SWITCHES } from './switches.ts';
import { SWITCHES_ON_CARDS } from './switchesOnCards.ts';
import { VMDS } from './vmd.ts';

/** All parts, in the order in which a chooser lists them: by kind, then by maker and age. */
export const CATALOGUE: readonly CataloguePart[] = [
  ...PLATFORMS,
  ...PORTS,
  ...SWITCHES,
  ...QEMU_SWITCHES,
  ...SWITCHES_ON_CARDS,
  ...BRIDGES,
  ...QEMU_BRIDGES,
  ...VMDS,
  ...DEVICES,
  ...SLOTS,
];

/** The part of that kind that a text names, by id, title or alias, whatever the case. */
export function findPart(kind: PartKind, name: string): CataloguePart | null {
  const wanted = name.trim().toLowerCase();
  const isNamed = (part: CataloguePart) =>
    [part.id, part.title, ...part.aliases].some((each) => each.toLowerCase() === wanted);
  return CATALOGUE.find((part) => part.kind === kind && isNamed(part)) ?? null;
}

/** The part that stands for its kind where no model is named: its id is the kind's word. */
export function genericPart(kind: PartKind): CataloguePart | null {
  return CATALOGUE.find((part) => part.kind === kind && part.id === kind) ?? null;
}
