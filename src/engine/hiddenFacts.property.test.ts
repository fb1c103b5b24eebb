import { readdirSync, readFileSync } from 'node:fs';
import { gunzipSync } from 'node:zlib';
import { expect, test } from 'vitest';
import { Random } from '../base/random.ts';
import { UNKNOWN } from '../base/unknown.ts';
import { readLspci } from '../formats/read/lspci/readLspci.ts';
import type { Machine } from '../model/machine.ts';
import type { PciFunction } from '../model/pciFunction.ts';
import { acsContextOf } from './acs/acsContext.ts';
import { effectiveAcs } from './acs/effectiveAcs.ts';
import { type Analysis, analyze } from './analyze.ts';
import { ERAS } from './kernel/eras.ts';

/*
 * Hiding facts of a machine may leave answers open and never turns them into others: whatever is said
 * of the part that is shown has to hold for the whole.
 */

const FOLDER = new URL('../../fixtures/golden/kernel/', import.meta.url);
const ROUNDS = 120;
const PAIRS = 12;
/** Some seconds of work, which take many times that where others keep the processors busy. */
const LIMIT_MS = 60_000;

const COMMAND_LINES = [
  '',
  'pci=noats',
  'pci=disable_acs_redir=pci:0:0',
  'pci=disable_acs_redir=00:02.0;02:00.0',
  'pci=config_acs=x100x1x@pci:1b36:0:1af4:0',
  'pci=disable_acs_redir=00:02.0/00.0/00.0',
];
const CPUS = [
  { arch: 'x86', vendor: 'GenuineIntel', family: 6 },
  { arch: 'x86', vendor: 'AuthenticAMD', family: 0x19 },
] as const;

const names = readdirSync(FOLDER)
  .filter((name) => name.endsWith('.lspci.txt.gz'))
  .filter((_, index) => index % 4 === 0);
const machines = new Map<string, Machine>();

function machineOf(name: string): Machine {
  const known = machines.get(name);
  if (known) return known;
  const read = readLspci(gunzipSync(readFileSync(new URL(name, FOLDER))).toString('utf8'));
  if (!read.ok) throw new Error(`${name} cannot be read`);
  machines.set(name, read.value.machine);
  return read.value.machine;
}

/** The function with some of its facts hidden. */
function hide(fn: PciFunction, random: Random): PciFunction {
  const often = (odds: number) => random.below(odds) === 0;
  const { acs, parent, pciId } = fn;
  const words = acs !== null && acs !== UNKNOWN && often(6) ? hiddenWord(acs, random) : acs;
  const ids = pciId === UNKNOWN || often(2) ? UNKNOWN : { ...pciId, device: UNKNOWN };
  const isBelow = parent !== UNKNOWN && parent.kind === 'function' && fn.physfn === null;
  return {
    ...fn,
    ...(often(10) && { type: UNKNOWN }),
    ...(often(10) && { pciId: ids }),
    ...(often(12) && { multifunction: UNKNOWN }),
    ...(often(12) && { driver: UNKNOWN }),
    ...(often(12) && { subsystemId: UNKNOWN }),
    ...(often(14) && { headerType: UNKNOWN, classCode: UNKNOWN }),
    ...(often(20) && isBelow && { parent: UNKNOWN }),
    ...(often(20) && fn.bridge !== null && { bridge: UNKNOWN }),
    acs: often(8) && acs !== null ? UNKNOWN : words,
  };
}

function hiddenWord(acs: Exclude<PciFunction['acs'], null | 'unknown'>, random: Random) {
  const word = random.pick(['control', 'capability', 'dwordAt8', 'egressVector'] as const);
  return { ...acs, [word]: UNKNOWN };
}

test('what is said of a machine with hidden facts holds for the whole one', {
  timeout: LIMIT_MS,
}, () => {
  const random = new Random(20_04);
  for (let round = 0; round < ROUNDS; round++) {
    const name = random.pick(names);
    const whole = machineOf(name);
    const functions = whole.functions.map((fn) => hide(fn, random));
    const request = {
      kernel: random.pick(ERAS),
      cpu: random.pick(CPUS),
      cmdline: random.pick(COMMAND_LINES),
      iommu: random.pick(['none', 'intel', 'amd', 'smmu'] as const),
      acsWords: random.pick(['as-is', 'boot'] as const),
    };
    const shown = analyze(whole, request);
    const partly = analyze({ ...whole, functions }, request);
    const about = `${name}, ${request.kernel.id}, ${request.cmdline}, ${request.iommu}`;
    compareWords(shown, partly, about);
    for (let pair = 0; pair < PAIRS; pair++) {
      const provider = random.pick(whole.functions).id;
      const client = random.pick(whole.functions).id;
      const pairAbout = `${about}: ${provider} to ${client}`;
      const { possible } = shown.pair(provider, client);
      const open = partly.pair(provider, client).possible;
      expect([pairAbout, possible.filter((each) => !open.includes(each))]).toEqual([pairAbout, []]);
      compareWalks(shown, partly, { requester: client, completer: provider }, pairAbout);
    }
  }
});

function compareWords(shown: Analysis, partly: Analysis, about: string): void {
  const contexts = [acsContextOf(shown.conditions), acsContextOf(partly.conditions)] as const;
  shown.machine.functions.forEach((fn, index) => {
    const other = partly.machine.functions[index] ?? fn;
    const answers = [effectiveAcs(fn, contexts[0]), effectiveAcs(other, contexts[1])] as const;
    const where = `${about}: ${fn.id}`;
    if (answers[1].isolates !== 'unknown' && answers[0].isolates !== 'unknown') {
      expect([where, answers[1].isolates]).toEqual([where, answers[0].isolates]);
    }
    const [word, otherWord] = [fn.acs, other.acs];
    if (!word || word === UNKNOWN || !otherWord || otherWord === UNKNOWN) return;
    if (word.control === UNKNOWN || otherWord.control === UNKNOWN) return;
    expect([where, otherWord.control]).toEqual([where, word.control]);
  });
}

function compareWalks(
  shown: Analysis,
  partly: Analysis,
  ends: Pick<Parameters<Analysis['walk']>[0], 'requester' | 'completer'>,
  about: string,
): void {
  for (const operation of ['write', 'read'] as const) {
    const question = { ...ends, operation, address: 'bus', relaxedOrdering: false } as const;
    const [whole, part] = [shown.walk(question).outcome, partly.walk(question).outcome];
    if (whole === 'unknown' || part === 'unknown') continue;
    expect([about, operation, part]).toEqual([about, operation, whole]);
  }
}
