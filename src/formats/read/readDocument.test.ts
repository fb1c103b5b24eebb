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

  test('name the place that is wrong', () => {
    const wrong = writeDocument(machine).replace('"domain":0', '"domain":-1');
    expect(problemsOf(wrong)).toMatch(/^\/(functions|hostBridges)\/0/);
  });

  test('keep unknown and none apart', () => {
    const result = readDocument(writeDocument(machine));
    const endpoint =
      result.ok && result.value.machine.functions.find((fn) => fn.id === id('01:00.0'));
    expect(endpoint).toMatchObject({ parent: 'unknown', acs: null });
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
