import { BRIDGES } from './bridges.ts';
import { DEVICES } from './devices.ts';
import type { CataloguePart, PartKind } from './part.ts';
import { plainName, plainNames } from './partNames.ts';
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

type Names = ReadonlyMap<string, CataloguePart>;
let byName: ReadonlyMap<PartKind, Names> | null = null;

/**
 * The part of that kind that a text names, by id, title (with or without its maker) or alias.
 * Capitals, blanks and hyphens make no difference: `Ice Lake`, `icelake`.
 */
export function findPart(kind: PartKind, name: string): CataloguePart | null {
  byName ??= namesByKind();
  return byName.get(kind)?.get(plainName(name)) ?? null;
}

function namesByKind(): ReadonlyMap<PartKind, Names> {
  const kinds = new Map<PartKind, Map<string, CataloguePart>>();
  for (const part of CATALOGUE) {
    const names = kinds.get(part.kind) ?? new Map<string, CataloguePart>();
    kinds.set(part.kind, names);
    for (const name of plainNames(part)) if (!names.has(name)) names.set(name, part);
  }
  return kinds;
}

/** The part that stands for its kind where no model is named: its id is the kind's word. */
export function genericPart(kind: PartKind): CataloguePart | null {
  return CATALOGUE.find((part) => part.kind === kind && part.id === kind) ?? null;
}
