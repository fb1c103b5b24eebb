import { readFileSync } from 'node:fs';
import { describe, expect, it } from 'vitest';
import { UNKNOWN } from '../base/unknown.ts';
import type { PciId } from '../model/pciFunction.ts';
import { PciNames } from '../model/pciNames.ts';
import { validate } from '../model/validate.ts';
import { figuresOf, machineWith, openQuestions } from './catalogue.testkit.ts';
import { CATALOGUE, findPart, genericPart } from './catalogue.ts';
import { QUALITIES } from './figure.ts';
import { type DevicePart, PART_KINDS, type PartKind } from './part.ts';
import { PCI_IDS } from './sources.ts';

const twice = (words: readonly string[]) =>
  words.filter((word, index) => words.indexOf(word) !== index);
const names = new PciNames(
  readFileSync(new URL('../../data/pci-ids.txt', import.meta.url), 'utf8'),
);
const isPciId = (value: unknown): value is PciId =>
  typeof value === 'object' && value !== null && 'vendor' in value && 'device' in value;
/** A socket is a place for parts, not a part. */
const WITH_PARTS = PART_KINDS.filter((kind) => kind !== 'socket');

describe('the catalogue', () => {
  it('names every part once', () => {
    expect(twice(CATALOGUE.map(({ id }) => id))).toEqual([]);
    expect(twice(CATALOGUE.map(({ title }) => title.toLowerCase()))).toEqual([]);
  });

  it.each(WITH_PARTS)('a name means one %s only', (kind: PartKind) => {
    const spelled = CATALOGUE.filter((part) => part.kind === kind).flatMap(
      ({ id, title, aliases }) => [
        ...new Set([id, title, ...aliases].map((each) => each.toLowerCase())),
      ],
    );
    expect(twice(spelled)).toEqual([]);
  });

  it.each(WITH_PARTS)('has a generic %s', (kind: PartKind) => {
    expect(genericPart(kind)).not.toBeNull();
  });

  it('finds a part by any of its names, whatever the case', () => {
    for (const part of CATALOGUE) {
      for (const name of [part.id, part.title.toUpperCase(), ...part.aliases]) {
        expect(findPart(part.kind, name)?.id).toBe(part.id);
      }
    }
  });

  it('has ids of one word', () => {
    expect(CATALOGUE.filter(({ id }) => !/^[a-z0-9][a-z0-9.-]*$/.test(id))).toEqual([]);
  });
});

describe.each(CATALOGUE.map((part) => [part.id, part] as const))('%s', (_, part) => {
  it('says where each figure comes from', () => {
    for (const { where, figure } of figuresOf(part)) {
      if (figure.source === null) {
        expect(figure.value, where).toBe(UNKNOWN);
        continue;
      }
      const { title, url, quality } = figure.source;
      expect(title.length, where).toBeGreaterThan(0);
      expect(QUALITIES, where).toContain(quality);
      expect(url === null || /^https:\/\/\S+$/.test(url), `${where}: ${url}`).toBe(true);
    }
  });

  it('has its ids from the list kept here, where it says so', () => {
    for (const { where, figure } of figuresOf(part)) {
      if (figure.source !== PCI_IDS || !isPciId(figure.value)) continue;
      const { vendor, device } = figure.value;
      expect(device === UNKNOWN || names.deviceName(vendor, device), where).not.toBeNull();
    }
  });

  it('makes a machine without problems, twice the same', () => {
    const machine = machineWith(part);
    if (machine === null) return;
    expect(validate(machine)).toEqual([]);
    expect(machineWith(part)).toEqual(machine);
    const made = machine.functions.filter((fn) => fn.part?.model === part.id);
    const hosts = machine.hostBridges.filter(({ model }) => model === part.id);
    expect(made.length + hosts.length).toBeGreaterThan(0);
    for (const fn of made) expect(fn.address).toBeNull();
  });
});

describe('generic parts leave nothing open', () => {
  it.each(WITH_PARTS)('%s', (kind: PartKind) => {
    const part = genericPart(kind);
    const machine = part === null ? null : machineWith(part);
    for (const fn of machine?.functions ?? []) expect(openQuestions(fn), fn.id).toEqual([]);
  });
});

describe('devices leave no ACS word open, which every verdict about them needs', () => {
  const devices = CATALOGUE.filter((part): part is DevicePart => 'functions' in part);

  it.each(devices.map((part) => [part.id, part] as const))('%s', (_, part) => {
    for (const { acs, number } of part.functions) {
      expect(acs.value, `function ${number}`).not.toBe(UNKNOWN);
    }
  });
});
