import { expect, test } from 'vitest';
import { UNKNOWN } from '../../base/unknown.ts';
import { acs, id, MachineBuilder } from '../../model/machine.testkit.ts';
import type { PciFunction } from '../../model/pciFunction.ts';
import { acsContextOf } from '../acs/acsContext.ts';
import { conditionsFor } from './groups.testkit.ts';
import { hiddenIsolation } from './hiddenIsolation.ts';

/** The capability is there, its words are not shown: `lspci -v` by somebody without root rights. */
const HIDDEN = { ...acs(0), capability: UNKNOWN, control: UNKNOWN } as const;

type Asked = Parameters<typeof conditionsFor>[1];

function ask(change: Partial<PciFunction>, asked: Asked = {}, isAlone = true) {
  const machine = new MachineBuilder().rootPort('00:01.0', '01', { change }).build();
  const [fn] = machine.functions;
  if (!fn) throw new Error(`no ${id('00:01.0')}`);
  const conditions = conditionsFor(machine, asked);
  return hiddenIsolation(fn, isAlone, conditions, acsContextOf(conditions));
}

test.each<readonly [string, Partial<PciFunction>, Asked, string]>([
  ['words hidden, an IOMMU in use: the kernel has set them', { acs: HIDDEN }, {}, 'yes'],
  [
    'the capability shown, the control word not',
    { acs: { ...HIDDEN, capability: 0x1f } },
    {},
    'yes',
  ],
  ['nobody asked for isolation', { acs: HIDDEN }, { iommu: 'none' }, UNKNOWN],
  [
    'the command line edits words',
    { acs: HIDDEN },
    { cmdline: 'pci=disable_acs_redir=pci:0:0' },
    UNKNOWN,
  ],
  ['bits are cleared again behind switches', { acs: HIDDEN }, { kernel: 'v4-2018' }, UNKNOWN],
  ['not shown whether there is a capability', { acs: UNKNOWN }, {}, UNKNOWN],
  ['no capability', { acs: null }, {}, 'no'],
  ['words that are shown count', { acs: acs(0) }, {}, 'no'],
])('a root port: %s', (_, change, asked, expected) => {
  expect(ask(change, asked)).toBe(expected);
});

test('an upstream port of unknown company counts as single when nobody is beside it', () => {
  const port = { type: 'upstream', acs: null, multifunction: UNKNOWN } as const;
  expect(ask(port, {}, true)).toBe('yes');
  expect(ask(port, {}, false)).toBe(UNKNOWN);
});
