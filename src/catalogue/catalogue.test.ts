import { readFileSync } from 'node:fs';
import { describe, expect, it } from 'vitest';
import { UNKNOWN } from '../base/unknown.ts';
import type { PciId } from '../model/pciFunction.ts';
import { PciNames } from '../model/pciNames.ts';
import { validate } from '../model/validate.ts';
import { figuresOf, machineWith, openQuestions } from './catalogue.testkit.ts';
import { CATALOGUE, findPart, genericPart } from './catalogue.ts';
import { GENERIC_DEVICES } from './devicesGeneric.ts';
import { QUALITIES } from './figure.ts';
import { type DevicePart, PART_KINDS, type PartKind } from './part.ts';
import { plainNames } from './partNames.ts';
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
    expect(twice(CATALOGUE.filter((part) => part.kind === kind).flatMap(plainNames))).toEqual([]);
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

  it.each([
    ['gpu', 'H100 PCIe', 'h100'],
    ['gpu', 'RTX PRO 6000', 'rtxpro6000'],
    ['gpu', 'RTX PRO 6000 Server Edition', 'rtxpro6000-server'],
    ['host', 'ice lake', 'ice-lake-sp'],
    ['host', 'icelake', 'ice-lake-sp'],
    ['host', 'Ice_Lake-SP', 'ice-lake-sp'],
    ['host', 'Sapphire Rapids', 'sapphire-rapids'],
    ['host', 'SPR', 'sapphire-rapids'],
    ['host', 'EPYC Turin', 'turin'],
    ['host', 'altra', 'ampere-altra'],
    ['nic', 'CX7', 'connectx7'],
    ['nic', 'connectx-5', 'connectx5'],
    ['nic', 'mlx5', 'connectx7-ib'],
    ['switch', 'PEX 8747', 'pex8747'],
    ['card', 'pci card', 'pci-card'],
    ['bridge', 'conventional bridge', 'conventional-bridge'],
  ] as const)('finds a %s by %s', (kind, name, id) => {
    expect(findPart(kind, name)?.id).toBe(id);
  });

  it('finds no part of another kind, and none by a part of its name', () => {
    expect(findPart('gpu', 'connectx7')).toBeNull();
    expect(findPart('gpu', 'RTX PRO')).toBeNull();
    expect(findPart('gpu', '')).toBeNull();
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

/** Routing ids of all that a device can bring up, relative to its function 0. */
function routingIds({ functions }: DevicePart): readonly number[] {
  return functions.flatMap(({ number, sriov }) => {
    const plan = sriov.value === UNKNOWN ? null : sriov.value;
    const { totalVfs = 0, firstOffset = 0, stride = 0 } = plan ?? {};
    const first = number + firstOffset;
    return [number, ...Array.from({ length: totalVfs }, (_, n) => first + n * stride)];
  });
}

describe('virtual functions', () => {
  const devices = CATALOGUE.filter((part): part is DevicePart => 'functions' in part);

  it('have routing ids of their own, all that a device can bring up', () => {
    for (const part of devices) {
      // Functions below ports of their own are devices of their own.
      if (part.onboardSwitch?.spread) continue;
      expect(twice(routingIds(part).map(String)), part.id).toEqual([]);
    }
  });

  it('follow the ports, and those of the second port those of the first', () => {
    const offsets = (id: string) => {
      const part = devices.find((each) => each.id === id);
      return part?.functions.map(({ sriov: { value } }) =>
        value === UNKNOWN || value === null ? null : value.firstOffset,
      );
    };
    expect(offsets('connectx4lx')).toEqual([2, 9]);
    expect(offsets('connectx5')).toEqual([2, 9]);
    expect(offsets('connectx7')).toEqual([2, 17]);
    expect(offsets('e810')).toEqual([8, 71]);
    expect(offsets('x710-t2')).toEqual([16, 79]);
    expect(offsets('connectx6dx')).toEqual([null, null]);
  });

  it('of a generic card are as many as a bus has ids for', () => {
    const part = genericPart('nic') as DevicePart;
    const ids = routingIds(part);
    expect(Math.max(...ids)).toBe(255);
    expect(ids.filter((id) => id > 0 && id < 8)).toEqual([]);
  });
});

describe('generic devices have ids that nobody else has', () => {
  const idOf = (fn: DevicePart['functions'][number]) => {
    const { value } = fn.pciId;
    return value === UNKNOWN || value.device === UNKNOWN ? null : `${value.vendor}:${value.device}`;
  };
  const all = CATALOGUE.flatMap((part) => ('functions' in part ? part.functions : []));

  it.each(GENERIC_DEVICES.map((part) => [part.id, part] as const))('%s', (_, part) => {
    for (const fn of part.functions) {
      const { value } = fn.pciId;
      if (value === UNKNOWN || value.device === UNKNOWN) throw new Error('it has no id');
      expect(names.deviceName(value.vendor, value.device)).toBeNull();
      expect(all.filter((other) => idOf(other) === idOf(fn))).toEqual([fn]);
    }
  });
});

describe('generic parts leave nothing open', () => {
  it.each(WITH_PARTS)('%s', (kind: PartKind) => {
    const part = genericPart(kind);
    const machine = part === null ? null : machineWith(part);
    for (const fn of machine?.functions ?? []) expect(openQuestions(fn), fn.id).toEqual([]);
  });
});

describe('switches leave nothing open of the functions beside their upstream port', () => {
  const switches = CATALOGUE.filter((part) => part.kind === 'switch');

  it.each(switches.map((part) => [part.id, part] as const))('%s', (_, { management }) => {
    for (const { acs, ats, ari, sriov } of management) {
      for (const { value } of [acs, ats, ari, sriov]) expect(value).not.toBe(UNKNOWN);
    }
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
