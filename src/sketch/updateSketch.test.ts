import { expect, test } from 'vitest';
import { applyChanges } from '../build/applyChanges.ts';
import type { Change } from '../build/change.ts';
import { settle } from '../build/settle.ts';
import type { FunctionId, HostBridgeId } from '../model/ids.ts';
import type { Machine } from '../model/machine.ts';
import type { PciFunction } from '../model/pciFunction.ts';
import { ACS_BITS } from '../model/registers.ts';
import { readSketch } from './readSketch.ts';
import { updateSketch } from './updateSketch.ts';

const TEXT = `# a machine to be changed

machine "demo"   # its name
kernel 6.12  "iommu=pt"
iommu amd

socket 0
  # the first host
  host h0  1022:14a4        # comment on h0
    rp0: port gen5 x16
      sw0: switch  gen5 x16  acs=SV,RR
        # fast
        gpu0: gpu gen5  x16   bar=128G # left

        gpu1: gpu gen5 x16
        gpv: mistaken
    rp1: port gen5 x16
      nic0: nic gen5 x16  # wide
    rp2: port gen4 x4

# what is done
flow f0:  gpu0 -> gpu1  write   # across
flow f1: nic0 <- gpu0 read
`;

function machineOf(text: string): Machine {
  return { ...settle(readSketch(text, null).machine).machine, sketch: text };
}

const MACHINE = machineOf(TEXT);

const id = (text: string) => text as FunctionId;

function edited(which: string, change: (fn: PciFunction) => Partial<PciFunction>): Machine {
  const functions = MACHINE.functions.map((fn) =>
    fn.id === which ? { ...fn, ...change(fn) } : fn,
  );
  expect(functions).not.toEqual(MACHINE.functions);
  return { ...MACHINE, functions };
}

function changed(...changes: readonly Change[]): Machine {
  return settle(applyChanges(MACHINE, changes)).machine;
}

/** The text with these lines in the place of others. */
function withLines(...changes: readonly (readonly [string, string])[]): string {
  return changes.reduce((text, [before, after]) => {
    expect(text).toContain(before);
    return text.replace(before, after);
  }, TEXT);
}

test('a text that says it already is left alone', () => {
  expect(updateSketch(TEXT, MACHINE)).toBe(TEXT);
});

test('an ACS bit', () => {
  const machine = edited('rp0', ({ acs }) => ({
    acs:
      acs !== null && acs !== 'unknown'
        ? { ...acs, control: ACS_BITS.RR, firmwareControl: ACS_BITS.RR }
        : acs,
  }));
  expect(updateSketch(TEXT, machine)).toBe(
    withLines(['rp0: port gen5 x16', 'rp0: port gen5 x16 acs=RR']),
  );
});

test('another name, in its line and where it is spoken of', () => {
  const machine = edited('gpu0', () => ({ label: 'left one' }));
  expect(updateSketch(TEXT, machine)).toBe(
    withLines(
      ['gpu0: gpu gen5', '"left one": gpu gen5'],
      ['f0:  gpu0 ->', 'f0:  "left one" ->'],
      ['<- gpu0 read', '<- "left one" read'],
    ),
  );
});

test('settings and the name of the machine', () => {
  const settings = { ...MACHINE.settings, kernel: '7.0', cmdline: 'iommu=off', iommu: 'none' };
  const machine = { ...MACHINE, name: 'other', settings } as Machine;
  expect(updateSketch(TEXT, machine)).toBe(
    withLines(
      ['machine "demo"', 'machine "other"'],
      ['kernel 6.12  "iommu=pt"', 'kernel 7.0  "iommu=off"'],
      ['iommu amd', 'iommu none'],
    ),
  );
});

test('a part that is gone takes its line along, and leaves the comments', () => {
  const machine = changed({ kind: 'remove', device: id('nic0') });
  const text = updateSketch(TEXT, machine);
  expect(text).toBe(
    withLines(['      nic0: nic gen5 x16  # wide\n', ''], ['flow f1: nic0 <- gpu0 read\n', '']),
  );
});

test('a part that moves takes along its comments', () => {
  const machine = changed({
    kind: 'move',
    device: id('gpu0'),
    to: { kind: 'function', id: id('rp2') },
  });
  const text = updateSketch(TEXT, machine);
  expect(text).toContain(
    '    rp2: port gen4 x4\n      # fast\n      gpu0: gpu gen5  x16   bar=128G # left',
  );
  expect(text).toContain('acs=SV,RR\n\n        gpu1: gpu gen5 x16\n        gpv: mistaken\n');
});

test('a part that is new stands below what it is plugged into', () => {
  const machine = changed({
    kind: 'add',
    part: 'nvme',
    to: { kind: 'function', id: id('rp2') },
    label: 'drive',
  });
  const text = updateSketch(TEXT, machine);
  const lines = text.split('\n');
  const at = lines.findIndex((line) => line.includes('drive: nvme'));
  expect(lines[at - 1]).toBe('    rp2: port gen4 x4');
  expect(lines[at]).toMatch(/^ {6}drive: nvme/);
  expect(lines.filter((_, place) => place !== at).join('\n')).toBe(TEXT);
});

test('lines end as they did', () => {
  const crlf = TEXT.replaceAll('\n', '\r\n');
  expect(updateSketch(crlf, MACHINE)).toBe(crlf);
  const named = { ...MACHINE, name: 'other' };
  expect(updateSketch(crlf, named)).toBe(
    withLines(['machine "demo"', 'machine "other"']).replaceAll('\n', '\r\n'),
  );
  const bare = TEXT.trimEnd();
  const added = changed({
    kind: 'add',
    part: 'nvme',
    to: { kind: 'host', id: 'h0' as HostBridgeId },
    label: 'drive',
  });
  expect(updateSketch(bare, added).endsWith('read')).toBe(true);
});

test('a socket that came with a platform, and what links it', () => {
  const machine = changed({ kind: 'add-host', part: 'milan', socket: null, label: null });
  expect(machine.socketLinks).toHaveLength(1);
  const text = updateSketch(TEXT, machine);
  expect(text).toMatch(/^link (?:upi|xgmi) socket\d -- socket\d$/m);
  const read = readSketch(text, machine);
  expect(read.problems).toEqual(readSketch(TEXT, MACHINE).problems);
  expect(read.machine.socketLinks).toEqual(machine.socketLinks);
  // The socket taken out again, the line goes.
  const whole = machine.sockets.at(-1)?.id;
  if (whole === undefined) throw new Error('no socket');
  const less = settle(applyChanges(machine, [{ kind: 'remove-whole', whole }])).machine;
  expect(updateSketch(text, less)).not.toMatch(/^link /m);
});

test('an empty text becomes that of the machine', () => {
  expect(updateSketch('', MACHINE)).toContain('gpu0: gpu');
  expect(readSketch(updateSketch('\n', MACHINE), MACHINE).problems).toEqual([]);
});
