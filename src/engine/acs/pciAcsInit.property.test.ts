import { expect, test } from 'vitest';
import { Random } from '../../base/random.ts';
import { UNKNOWN } from '../../base/unknown.ts';
import { acs, MachineBuilder } from '../../model/machine.testkit.ts';
import type { Machine } from '../../model/machine.ts';
import type { PciFunction } from '../../model/pciFunction.ts';
import { ERAS } from '../kernel/eras.ts';
import { REQ_ACS_FLAGS } from './acsMasks.ts';
import { type Asked, boot } from './acsWords.testkit.ts';

const TB = 0x02;
const RUNS = 400;
const ACCEPTED = ERAS.filter(({ accepted }) => accepted).map(({ id }) => id);
const DEVICES = ['00:02.0', '00:02.0/00.0/01.0', '02:00.0', 'pci:0:0', 'pci:1b36:0010', 'oops', ''];
const FLAGS = ['x0x11x1', '1111111', '0000000', 'xxx1x1x', '', '2', '11111111'];

/** A switch with firmware words and capabilities thrown by dice; no word shows what cannot be. */
function machineOf(random: Random): Machine {
  const words = () => {
    const capability = random.below(0x80);
    return acs(random.below(0x80) & capability, capability);
  };
  const driver = () => ({ driver: random.pick(['pcieport', null] as const) });
  return new MachineBuilder()
    .host('00:00.0', '8086:29c0')
    .rootPort('00:02.0', '01-04', {
      acs: words(),
      change: { ...driver(), externalFacing: random.pick([true, false, UNKNOWN] as const) },
    })
    .upstream('01:00.0', '02-04', { acs: random.pick([null, words()]), change: driver() })
    .downstream('02:00.0', '03', { acs: words(), change: driver() })
    .downstream('02:01.0', '04', { acs: words(), change: driver() })
    .endpoint('03:00.0', { acs: words(), change: { ...driver(), multifunction: true } })
    .endpoint('03:00.1', { acs: words(), change: driver() })
    .build();
}

function cmdlineOf(random: Random): string {
  const list = () => random.pick(DEVICES);
  const disable = `disable_acs_redir=${list()};${list()}`;
  const config = `config_acs=${random.pick(FLAGS)}@${list()};${random.pick(FLAGS)}@${list()}`;
  const noats = random.pick(['', ',noats']);
  return random.pick(['', `pci=${disable}${noats}`, `pci=${config}`, `pci=${disable},${config}`]);
}

function askedOf(random: Random, cmdline: string): Asked {
  const iommu = random.pick(['none', 'intel', 'amd'] as const);
  return { era: random.pick(ERAS).id, iommu, cmdline };
}

const wordsOf = (machine: Machine) => machine.functions.map(({ acs: words }) => words);
const controlOf = ({ acs: words }: PciFunction): number =>
  words === null || words === UNKNOWN || words.control === UNKNOWN ? 0 : words.control;
const capabilityOf = ({ acs: words }: PciFunction): number =>
  words === null || words === UNKNOWN || words.capability === UNKNOWN ? 0 : words.capability;

/** Pairs of a function before and after boot. */
function pairs(before: Machine, asked: Asked) {
  const after = boot(before, asked).machine.functions;
  return before.functions.map((fn, index) => [fn, after[index] ?? fn] as const);
}

function each(check: (random: Random) => void): void {
  for (let seed = 1; seed <= RUNS; seed++) check(new Random(seed));
}

test('as-is after boot is boot', () => {
  each((random) => {
    const asked = askedOf(random, cmdlineOf(random));
    const once = boot(machineOf(random), asked).machine;
    expect(boot(once, { ...asked, acsWords: 'as-is' }).machine).toBe(once);
  });
});

test('no register holds a bit that its capability does not have', () => {
  each((random) => {
    for (const [, after] of pairs(machineOf(random), askedOf(random, cmdlineOf(random)))) {
      expect(controlOf(after) & ~capabilityOf(after)).toBe(0);
    }
  });
});

test('without parameters accepted kernels add SV, RR, CR, UF and TB at most, and take nothing', () => {
  each((random) => {
    const asked = { ...askedOf(random, ''), era: random.pick(ACCEPTED) };
    for (const [before, after] of pairs(machineOf(random), asked)) {
      expect(controlOf(before) & ~controlOf(after)).toBe(0);
      expect(controlOf(after) & ~controlOf(before) & ~(REQ_ACS_FLAGS | TB)).toBe(0);
    }
  });
});

test('without an IOMMU and without parameters the firmware’s words stay', () => {
  each((random) => {
    const machine = machineOf(random);
    const asked: Asked = { era: random.pick(ACCEPTED), iommu: 'none' };
    expect(wordsOf(boot(machine, asked).machine)).toEqual(wordsOf(machine));
  });
});

test('each history leads from the firmware’s word to the word after boot, without a gap', () => {
  each((random) => {
    const { words } = boot(machineOf(random), askedOf(random, cmdlineOf(random)));
    for (const { firmware, steps, control } of words) {
      const marks = [firmware, ...steps.flatMap(({ before, after }) => [before, after]), control];
      for (let at = 0; at < marks.length; at += 2) expect(marks[at]).toBe(marks[at + 1]);
    }
  });
});
