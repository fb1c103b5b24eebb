import { readFileSync } from 'node:fs';
import { join } from 'node:path';
import { describe, expect, test } from 'vitest';
import { analyze } from '../../src/engine/analyze.ts';
import { checkMachine } from '../../src/engine/check/checkMachine.ts';
import { NO_REQUEST } from '../../src/engine/kernel/conditions.ts';
import { findEra } from '../../src/engine/kernel/findEra.ts';
import { readLspci } from '../../src/formats/read/lspci/readLspci.ts';
import { readDocument } from '../../src/formats/read/readDocument.ts';
import { writeDocument } from '../../src/formats/write/writeDocument.ts';
import { id as functionId } from '../../src/model/machine.testkit.ts';
import { examples } from './examples.mjs';
import { groupBy } from './groupBy.mjs';

const data = join(import.meta.dirname, '../../data');

/** @typedef {import('../../src/model/machine.ts').Machine} Machine */

/** @param {string} text */
function read(text) {
  const result = readDocument(text);
  if (!result.ok) throw new Error(result.error.map((problem) => problem.text).join('\n'));
  return result.value;
}

/** @param {string} file */
function exampleMachine(file) {
  const [, text] = examples().find(([name]) => name === file) ?? ['', ''];
  return read(text).machine;
}

/** @param {Machine} machine @param {string} label */
function idOf(machine, label) {
  const fn = machine.functions.find((one) => one.label === label);
  if (!fn) throw new Error(`There is no ${label}.`);
  return fn.id;
}

/**
 * @param {Machine} machine @param {string} provider @param {string} client labels
 * @param {string} [kernel]
 */
function verdict(machine, provider, client, kernel) {
  const analysis = analyze(machine, { ...NO_REQUEST, kernel: kernel ? findEra(kernel) : null });
  const pair = analysis.pair(idOf(machine, provider), idOf(machine, client));
  return `${pair.mapType} ${pair.distance} ${pair.confidence}`;
}

test.each(examples())('%s is what the generator makes', (file, text) => {
  expect(readFileSync(join(data, file), 'utf8')).toBe(text);
});

const documents = examples().filter(([file]) => file.endsWith('.peerlane.json'));

describe.each(documents)('%s', (_, text) => {
  test('is read without a remark and written back as it is', () => {
    const { machine, problems } = read(text);
    expect(problems).toEqual([]);
    expect(writeDocument(machine)).toBe(text);
  });

  test('names a kernel that the table knows and leaves nothing to be assumed', () => {
    const { machine } = read(text);
    expect(findEra(machine.settings.kernel)).not.toBeNull();
    expect(analyze(machine, NO_REQUEST).conditions.assumed).toEqual([]);
  });

  test('has the IOMMU groups that the engine computes', () => {
    const { machine } = read(text);
    const grouped = machine.functions.filter((fn) => fn.iommuGroup !== null);
    const captured = groupBy(grouped, (fn) => String(fn.iommuGroup));
    const computed = analyze(machine, NO_REQUEST).groups();
    expect([...captured.values()].map((members) => members.map((fn) => fn.id))).toEqual(
      computed.groups.map((group) => group.members.map((member) => member.function)),
    );
    expect(computed.assumed).toEqual([]);
  });
});

describe('the two-socket server', () => {
  const machine = exampleMachine('example.peerlane.json');

  test('has one thing that looks wrong: a drive on half its lanes', () => {
    expect(checkMachine(machine).map(({ where, text }) => `${where} ${text}`)).toEqual([
      `${idOf(machine, 'drive B')} The link of drive B runs at Gen5 x2; it could be Gen5 x4.`,
    ]);
  });

  test.each([
    ['below the switch that does not redirect', 'CMB drive A', 'NIC A port 1', 'BUS_ADDR 4 proven'],
    ['below the switch that does', 'CMB drive B', 'NIC B port 1', 'THRU_HOST_BRIDGE 4 proven'],
    ['from socket to socket', 'CMB drive A', 'NIC B port 1', 'THRU_HOST_BRIDGE 8 proven'],
    ['to a card on a root port', 'CMB drive A', 'NIC C port 1', 'THRU_HOST_BRIDGE 6 proven'],
    ['to an accelerator on its own root bus', 'CMB drive A', 'QAT 0', 'NOT_SUPPORTED 5 proven'],
  ])('%s', (_, provider, client, expected) => {
    expect(verdict(machine, provider, client)).toBe(expected);
  });

  test('changes with the kernel', () => {
    expect(verdict(machine, 'CMB drive A', 'QAT 0', '7.1')).toMatch(/^THRU_HOST_BRIDGE/);
    expect(verdict(machine, 'CMB drive B', 'NIC B port 1', '5.15')).toMatch(/^NOT_SUPPORTED/);
  });
});

describe('the EPYC workstation', () => {
  const machine = exampleMachine('epyc.peerlane.json');

  test('has nothing that looks wrong', () => {
    expect(checkMachine(machine)).toEqual([]);
  });

  test.each([
    ['CMB drive', 'NIC port 1'],
    ['CMB drive', 'drive 0'],
    ['GPU 0', 'GPU 1'],
  ])('goes through the host bridge from %s to %s', (provider, client) => {
    expect(verdict(machine, provider, client)).toBe('THRU_HOST_BRIDGE 4 proven');
    expect(verdict(machine, provider, client, '5.8')).toMatch(/^NOT_SUPPORTED/);
  });
});

describe('the desktop, read without root', () => {
  const text = Object.fromEntries(examples())['desktop-no-root.txt'] ?? '';
  const result = readLspci(text);
  if (!result.ok) throw new Error('The dump is not read.');
  const { machine, problems } = result.value;

  test('shows every line understood and the capabilities hidden', () => {
    expect(problems.map((problem) => problem.text)).toEqual([
      'The capabilities of 15 functions could not be read without root: type, link and ACS are unknown.',
    ]);
  });

  test('leaves open what ACS below the chipset would decide, and only that', () => {
    const analysis = analyze(machine, NO_REQUEST);
    const possible = (/** @type {string} */ provider, /** @type {string} */ client) =>
      analysis.pair(functionId(provider), functionId(client)).possible;
    expect(possible('04:00.0', '05:00.0')).toEqual(['BUS_ADDR', 'THRU_HOST_BRIDGE']);
    expect(possible('07:00.0', '05:00.0')).toEqual(['THRU_HOST_BRIDGE']);
  });
});
