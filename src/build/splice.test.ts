import { describe, expect, test } from 'vitest';
import type { FunctionId, SlotId } from '../model/ids.ts';
import { linkRate } from '../model/linkState.ts';
import type { Machine } from '../model/machine.ts';
import { validate } from '../model/validate.ts';
import { applyChanges } from './applyChanges.ts';
import { canApply } from './canApply.ts';
import type { Change } from './change.ts';
import { Drawing } from './drawing.testkit.ts';
import { treeOf } from './treeOf.testkit.ts';

function server(): Drawing {
  return new Drawing()
    .host('h0')
    .put('rp0 rp1 rp2', 'port', 'h0')
    .slot('s0', 'rp2', { lanes: 16 })
    .put('sw0', 'switch', 'rp0')
    .put('gpu0 gpu1', 'gpu', 'sw0')
    .put('br0', 'bridge', 'rp1')
    .put('old0 old1', 'pci-card', 'br0')
    .put('nic0', 'nic', 'rp2');
}

function changed(machine: Machine, ...changes: readonly Change[]): Machine {
  const after = applyChanges(machine, changes);
  expect(validate(after).filter(({ severity }) => severity === 'error')).toEqual([]);
  return after;
}

const between = (part: string, above: string): Change => ({
  kind: 'splice-in',
  part,
  above: above as FunctionId,
});
const out = (bridge: string): Change => ({ kind: 'splice-out', bridge: bridge as FunctionId });

describe('putting between', () => {
  test('a switch takes the place, the slot and the link of the device', () => {
    const machine = changed(server().link('rp2', 16, 8).raw, between('switch', 'nic0'));
    expect(treeOf(machine).slice(-4)).toEqual(['rp2', ' sw1', '  .', '   nic0']);
    const named = (name: string) => machine.functions.find(({ label }) => label === name);
    expect([named('sw1')?.slot, named('nic0')?.slot]).toEqual(['s0' as SlotId, null]);
    const sw = named('sw1');
    expect(sw && linkRate(sw, 'current')).toEqual({ gts: 16, width: 8 });
  });

  test('a switch goes above another with all that is below', () => {
    expect(treeOf(changed(server().raw, between('switch', 'sw0'))).slice(0, 8)).toEqual([
      'rp0',
      ' sw1',
      '  .',
      '   sw0',
      '    .',
      '     gpu0',
      '    .',
      '     gpu1',
    ]);
  });

  test.each([
    [
      'a card',
      'gpu',
      'nic0',
      'Generic GPU has nothing below it; it cannot stand between two parts.',
    ],
    [
      'a bridge to PCI above a card with a link',
      'bridge',
      'nic0',
      'The bus below Generic PCIe to PCI bridge is conventional PCI; nic0 needs a link.',
    ],
    [
      'a switch on a conventional bus',
      'switch',
      'old0',
      'The bus below br0 is conventional PCI; a PCI Express device needs a link.',
    ],
    ['above a port', 'switch', 'rp0', 'rp0 is a port of a root complex; it cannot be moved alone.'],
    ['above what is not there', 'switch', 'gone', 'There is no part gone.'],
  ])('%s is refused', (_, part, above, text) => {
    expect(canApply(server().raw, between(part, above))?.text).toBe(text);
  });
});

describe('taking out', () => {
  test('the first device gets the place of the switch, the next a port beside it', () => {
    expect(treeOf(changed(server().raw, out('sw0')))).toEqual([
      'rp0',
      ' gpu0',
      'rp1',
      ' br0',
      '  old0',
      '  old1',
      'rp2',
      ' nic0',
      '.',
      ' gpu1',
    ]);
  });

  test('an empty switch just goes', () => {
    const empty = server().put('rp3', 'port', 'h0').put('sw1', 'switch', 'rp3').raw;
    expect(treeOf(changed(empty, out('sw1'))).slice(-1)).toEqual(['rp3']);
  });

  test('below another switch its devices get ports of that', () => {
    const nested = server().put('sw1', 'switch', 'sw0').put('nvme0 nvme1', 'nvme', 'sw1').raw;
    expect(treeOf(changed(nested, out('sw1'))).slice(0, 10)).toEqual([
      'rp0',
      ' sw0',
      '  .',
      '   gpu0',
      '  .',
      '   gpu1',
      '  .',
      '   nvme0',
      '  .',
      '   nvme1',
    ]);
  });

  test.each([
    [
      'of a bridge above what has no link',
      'br0',
      'A conventional device has no link; it cannot be below the port rp1.',
    ],
    ['of a port', 'rp0', 'rp0 is a port of a root complex; it cannot be taken out alone.'],
    ['of a card', 'gpu0', 'gpu0 is no switch and no bridge.'],
    ['of what is not there', 'gone', 'There is no part gone.'],
  ])('%s is refused', (_, bridge, text) => {
    expect(canApply(server().raw, out(bridge))?.text).toBe(text);
  });
});
