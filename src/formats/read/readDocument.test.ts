import { describe, expect, test } from 'vitest';
import { acs, id, MachineBuilder } from '../../model/machine.testkit.ts';
import { writeDocument } from '../write/writeDocument.ts';
import { readDocument } from './readDocument.ts';

const machine = new MachineBuilder()
  .host('00:00.0', '8086:29c0')
  .rootPort('00:01.0', '01', { acs: acs(0x1d) })
  .endpoint('01:00.0', { orphan: true, change: { driver: 'nvme', numaNode: 0 } })
  .build();

function problemsOf(text: string): string {
  const result = readDocument(text);
  return result.ok
    ? ''
    : result.error.map(({ where, text: sentence }) => `${where} ${sentence}`).join('\n');
}

describe('documents', () => {
  test('come back as they were written', () => {
    const result = readDocument(writeDocument(machine));
    expect(result).toEqual({ ok: true, value: { format: 'document', machine, problems: [] } });
    expect(result.ok && writeDocument(result.value.machine)).toBe(writeDocument(machine));
  });

  test('that were cut are no JSON, and are told so', () => {
    expect(problemsOf(writeDocument(machine).slice(0, 300))).toContain('not valid JSON');
  });

  test.each([
    ['"domain":0', '"domain":-1', /^\/hostBridges\/0\/domain Found -1, expected at least 0\.$/m],
    [
      '"rootBus":0',
      '"rootBus":"x"',
      /^\/hostBridges\/0\/rootBus Found "x", expected an? (int|number)/m,
    ],
    ['"kind":"native"', '"kind":"usb"', /kind Found "usb", expected "native" or "vmd"\.$/m],
    ['"headerType":1', '"headerType":null', /headerType Found null, expected .*"unknown"/m],
    ['"acs":null', '"acs":{"control":1}', /acs Found \{"control":1\}, expected .*capability/m],
  ])('name the place that is wrong, what was found and expected: %s', (right, wrong, told) => {
    expect(problemsOf(writeDocument(machine).replace(right, wrong))).toMatch(told);
  });

  test('with keys that are no data of theirs change nothing', () => {
    const text = writeDocument(machine).replace('{', '{"__proto__":{"origin":"drawn"},');
    const result = readDocument(text);
    expect(result.ok && result.value.machine.origin).toBe('captured');
  });

  test('keep unknown and none apart', () => {
    const result = readDocument(writeDocument(machine));
    const endpoint =
      result.ok && result.value.machine.functions.find((fn) => fn.id === id('01:00.0'));
    expect(endpoint).toMatchObject({ parent: 'unknown', acs: null });
  });

  test('with fields of another program are read, and the fields named', () => {
    const text = writeDocument(machine).replace('"label":null', '"label":null,"colour":"red"');
    const result = readDocument(text);
    expect(result.ok && result.value.problems).toEqual([
      expect.objectContaining({ severity: 'warning', where: expect.stringContaining('/colour') }),
    ]);
  });

  test('with a loop are refused', () => {
    const looped = {
      ...machine,
      functions: machine.functions.map((fn) =>
        fn.id === id('00:01.0')
          ? { ...fn, parent: { kind: 'function' as const, id: id('00:01.0') } }
          : fn,
      ),
    };
    expect(problemsOf(writeDocument(looped))).toContain('above itself');
  });
});
