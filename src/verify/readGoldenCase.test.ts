import { describe, expect, test } from 'vitest';
import { goldenCase, goldenReference, goldenTexts } from './goldenCases.testkit.ts';
import { readGoldenCase, referenceOf } from './readGoldenCase.ts';

const FULL = goldenTexts('6.12').get('s63-firmware-acs-whitelist.612-none') ?? '';
const ERA = goldenTexts('5.4').get('s63-firmware-acs-whitelist.54-none') ?? '';

describe('the input half', () => {
  test('ACS words are those of the firmware', () => {
    const { input } = goldenCase('6.12', 's03-switch-acs-2.612-strict');
    for (const { acs } of input.machine.functions) {
      expect(acs === null || (acs !== 'unknown' && acs.control === 0)).toBe(true);
    }
    const written = goldenCase('6.12', 's63-firmware-acs-whitelist.612-none').input;
    const words = written.machine.functions.flatMap(({ acs }) =>
      acs === null || acs === 'unknown' ? [] : [acs.firmwareControl],
    );
    expect(words.some((word) => word !== 0)).toBe(true);
  });

  test('no function knows its group or domain', () => {
    const { input } = goldenCase('6.12', 's03-switch-acs-2.612-strict');
    for (const fn of input.machine.functions) {
      expect([fn.iommuGroup, fn.iommuDomain]).toEqual(['unknown', 'unknown']);
    }
  });

  test('published memory follows from the topology: buffers of NVMe, BARs of test devices', () => {
    const { input } = goldenCase('6.12', 's01-switch-noacs-2.612-none');
    const providers = input.machine.functions.filter((fn) => fn.p2pMemory.length > 0);
    expect(input.published).toEqual(providers.map((fn) => fn.id));
    expect(providers.length).toBeGreaterThan(0);
  });

  test('an era case has its own driver and kernel, and the machine of its reference', () => {
    const { input } = goldenCase('5.4', 's63-firmware-acs-whitelist.54-none');
    const ref = goldenCase('6.12', 's63-firmware-acs-whitelist.612-none').input;
    expect(input.era.id).toBe('5.4');
    expect(input.machine.functions.map((fn) => [fn.id, fn.acs])).toEqual(
      ref.machine.functions.map((fn) => [fn.id, fn.acs]),
    );
    expect(input.machine.hostBridges).toEqual(ref.machine.hostBridges);
  });
});

describe('what is no golden case', () => {
  const told = (text: string, ref: (id: string) => string | null = goldenReference) => {
    const read = readGoldenCase(text, ref);
    return read.ok ? 'read' : read.error.text;
  };

  test.each([
    ['{', 'This is no JSON.'],
    ['7', 'This is no golden case: /'],
    ['{"format":1}', 'This is no golden case: /id'],
    [FULL.replace('"cpu":"intel"', '"cpu":"z80"'), 'no such CPU: z80'],
    [FULL.replace('"bdf":"00:00.0"', '"bdf":"00:77.0"'), '00:77.0 is no address'],
    [FULL.replace(/"release":"6/, '"release":"3'), 'before the first with p2pdma'],
    [FULL.replace('"distances":', '"instances":'), '/distances'],
    [ERA.replace(/"ref":"[^"]+"/, '"ref":"s00-gone"'), 's00-gone, is not there'],
    [ERA.replace('"bdf":"00:00.0"', '"bdf":"00:0d.0"'), 'Its functions are not those of'],
  ])('%#', (text, says) => {
    expect(told(text)).toContain(says);
  });

  test('a reference that is none', () => {
    expect(told(ERA, () => '{}')).toContain('This is no golden case');
    expect(told(ERA)).toBe('read');
  });

  test('only era cases refer to another', () => {
    expect(referenceOf(ERA)).toBe('s63-firmware-acs-whitelist.612-none');
    expect(referenceOf(FULL)).toBeNull();
    expect(referenceOf('{')).toBeNull();
  });
});
