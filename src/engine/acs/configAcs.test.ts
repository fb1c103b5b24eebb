import { describe, expect, test } from 'vitest';
import { acs, MachineBuilder } from '../../model/machine.testkit.ts';
import { buildTopology } from '../pci/topology.ts';
import { span } from './acsWords.testkit.ts';
import { configAcs, configFlagsOf, readConfigAcs, remarksOnConfigAcs } from './configAcs.ts';

const topology = buildTopology(
  new MachineBuilder()
    .rootPort('00:02.0', '01', { acs: acs(0) })
    .rootPort('00:03.0', '02', { acs: acs(0) })
    .rootPort('00:04.0', '03', { acs: acs(0) })
    .build(),
);

/** The flags that each of the three ports gets, as mask and set in hexadecimal. */
function flags(form: 'early' | 'each-entry', text: string) {
  const list = readConfigAcs(span(text), form);
  return topology.functions.map((_, index) => {
    const found = configFlagsOf(list, topology, index).flags;
    return found && `${found.mask.toString(16)}/${found.set.toString(16)}`;
  });
}

describe('which flags a function gets', () => {
  test.each([
    ['each-entry', '10x@00:02.0', ['6/4', null, null]],
    ['each-entry', '1111111@pci:0:0', ['7f/7f', '7f/7f', '7f/7f']],
    ['each-entry', '0@00:02.0;X1x@00:03.0', ['1/0', '2/2', null]],
    // Each device needs its own flags (s15, e08).
    ['each-entry', '1@00:02.0;00:03.0', ['1/1', null, null]],
    ['each-entry', '1@00:02.0;00:03.0;1@00:04.0', ['1/1', null, null]],
    ['each-entry', '@00:02.0', ['0/0', null, null]],
    ['each-entry', '00:02.0', [null, null, null]],
    ['each-entry', '2@00:02.0;1@00:03.0', [null, null, null]],
    ['each-entry', '10000000@00:02.0', [null, null, null]],
    ['each-entry', 'x0000001@00:02.0', ['7f/1', null, null]],
    // Early: flags hold for all that follow, and a second FLAGS@ is no device.
    ['early', '1@00:02.0;00:03.0', ['1/1', '1/1', null]],
    ['early', '1@00:02.0;0@00:03.0;00:04.0', ['1/1', null, null]],
    ['early', 'x@00:02.0;1@00:03.0', ['0/0', '1/1', null]],
    ['early', '00:02.0', [null, null, null]],
  ] as const)('%s: %s', (form, text, expected) => {
    expect(flags(form, text)).toEqual(expected);
  });
});

describe('what is written', () => {
  // Firmware's word, what the kernel made of it, flags, written.
  test.each([
    ['each-entry', 0x0000, 0x001d, '10x', 0x0004],
    ['each-entry', 0x0001, 0x001d, '10x', 0x0005],
    ['each-entry', 0x0000, 0x001d, 'x0x11x1', 0x000d],
    ['each-entry', 0x0000, 0x0000, '0101x11', 0x002b],
    ['early', 0x0000, 0x001d, '10x', 0x001d],
    ['early', 0x0008, 0x001d, '0000000', 0x0008],
    ['early', 0x0000, 0x001d, 'x0x11x1', 0x001d],
    ['early', 0x0000, 0x001d, '0000000', 0x0000],
  ] as const)('%s: firmware %i, kernel %i, %s', (form, firmware, control, text, written) => {
    const [entry] = readConfigAcs(span(`${text}@00:02.0`), form).entries;
    expect(entry && configAcs(form, entry.flags, { firmware, control })).toBe(written);
  });
});

test.each([
  ['each-entry', '1@00:02.0', []],
  ['each-entry', '1@00:02.0;00:03.0', ['00:03.0']],
  ['each-entry', '1@00:02.0;00:03.0;1@00:04.0', ['00:03.0;1']],
  ['each-entry', '12@00:02.0', ['12']],
  ['each-entry', '00000000@00:02.0', ['00000000']],
  ['each-entry', '1@00:09.0', ['00:09.0']],
  ['early', '1@00:02.0;1@00:03.0', ['1@00:03.0']],
] as const)('%s: what is remarked on in %s', (form, text, spans) => {
  const list = readConfigAcs(span(text), form);
  expect(remarksOnConfigAcs(list, topology).map((remark) => remark.span.text)).toEqual(spans);
});
