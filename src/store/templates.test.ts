import { readFileSync } from 'node:fs';
import { describe, expect, test } from 'vitest';
import { settle } from '../build/settle.ts';
import { analyze } from '../engine/analyze.ts';
import { clientOf } from '../engine/p2pdma/client.ts';
import { pciP2pmemFindMany } from '../engine/p2pdma/pciP2pmemFindMany.ts';
import { providersOf } from '../engine/p2pdma/provider.ts';
import { isEndpointLike } from '../model/classCode.ts';
import type { Machine } from '../model/machine.ts';
import { readSketch } from '../sketch/readSketch.ts';
import { writeSketch } from '../sketch/writeSketch.ts';
import type { StartingPoint } from './startingPoint.ts';
import { TEMPLATES } from './templates.ts';

/*
 * Every template reads without a remark, all of its verdicts are decided, and it comes back the same
 * from a sketch that is made of it.
 */

const textOf = ({ file }: StartingPoint) =>
  readFileSync(new URL(`../../data/${file}`, import.meta.url), 'utf8');

function read(text: string) {
  const { machine, problems } = readSketch(text, null);
  const settled = settle(machine);
  return { machine: settled.machine, problems: [...problems, ...settled.problems] };
}

/** `gpu0 nic0 BUS_ADDR 4`, for every ordered pair. */
function verdicts(machine: Machine): readonly string[] {
  const analysis = analyze(machine);
  const names = new Map(machine.functions.map((fn) => [fn.id, fn.label ?? fn.id]));
  const functions = machine.functions.filter(isEndpointLike).map(({ id }) => id);
  return functions.flatMap((provider) =>
    functions
      .filter((client) => client !== provider)
      .map((client) => {
        const { mapType, distance } = analysis.pair(provider, client);
        return `${names.get(provider)} ${names.get(client)} ${mapType ?? 'unknown'} ${distance}`;
      }),
  );
}

describe.each(TEMPLATES)('$id', (point: StartingPoint) => {
  const text = textOf(point);
  const { machine, problems } = read(text);

  test('reads without a remark', () => {
    expect(problems).toEqual([]);
    expect(machine.functions.length).toBeGreaterThan(0);
  });

  test('is called what the gallery calls it', () => {
    expect(machine.name.replaceAll("'", '’')).toBe(point.title);
  });

  test('every verdict is decided', () => {
    const open = verdicts(machine).filter((verdict) => verdict.includes('unknown'));
    expect(open).toEqual([]);
  });

  test('the pair that it is about is there', () => {
    const labels = machine.functions.map(({ label }) => label);
    expect(labels).toContain(point.pair?.provider);
    expect(labels).toContain(point.pair?.client);
  });

  test('explains itself: what it is, and what to look at', () => {
    const comments = text.split('\n').filter((line) => line.startsWith('#'));
    expect(comments.length).toBeGreaterThan(4);
  });

  test('comes back from a sketch that is made of it with equal verdicts', () => {
    const again = read(writeSketch({ ...machine, sketch: null }).text);
    expect(again.problems).toEqual([]);
    const [before, after] = [verdicts(machine), verdicts(again.machine)];
    expect(after.filter((verdict) => !before.includes(verdict))).toEqual([]);
    expect(after).toHaveLength(before.length);
  });
});

/** The verdict on a pair of that template, after changes of its text. */
function verdict(
  id: (typeof TEMPLATES)[number]['id'],
  pair: readonly [string, string],
  ...changes: readonly (readonly [from: string | RegExp, to: string])[]
): string {
  const point = TEMPLATES.find((each) => each.id === id);
  if (!point) throw new Error(`no template ${id}`);
  let text = textOf(point);
  for (const [from, to] of changes) {
    const changed = text.replace(from, to);
    if (changed === text) throw new Error(`nothing to change: ${from}`);
    text = changed;
  }
  const { machine, problems } = read(text);
  expect(problems).toEqual([]);
  const [provider, client] = pair.map((name) => {
    const fn = machine.functions.find(({ label }) => label === name);
    if (!fn) throw new Error(`no function ${name}`);
    return fn.id;
  });
  if (!provider || !client) throw new Error('no pair');
  return analyze(machine).pair(provider, client).mapType ?? 'unknown';
}

const kernel = (version: string) => [/^kernel .*$/m, `kernel ${version}`] as const;

describe('what the comments say', () => {
  test('GPU server: straight across within a switch, else over the host; all of it without the words', () => {
    expect(verdict('gpu-server', ['gpu0', 'gpu1'])).toBe('BUS_ADDR');
    expect(verdict('gpu-server', ['gpu0', 'gpu2'])).toBe('THRU_HOST_BRIDGE');
    expect(verdict('gpu-server', ['gpu0', 'gpu4'])).toBe('THRU_HOST_BRIDGE');
    expect(verdict('gpu-server', ['gpu0', 'gpu1'], kernel('6.12'))).toBe('THRU_HOST_BRIDGE');
  });

  test('NVMe-oF target: drives on other root ports are mapped, too', () => {
    expect(verdict('nvmeof-target', ['nvme0', 'nic0'])).toBe('BUS_ADDR');
    expect(verdict('nvmeof-target', ['nvme4', 'nic1'])).toBe('THRU_HOST_BRIDGE');
  });

  test('workstation: refused on a client Core, mapped on a Ryzen', () => {
    const pair = ['gpu0', 'gpu1'] as const;
    expect(verdict('consumer-workstation', pair)).toBe('NOT_SUPPORTED');
    const ryzen = [
      ['raptor-lake', 'ryzen-7000'],
      ['iommu intel', 'iommu amd'],
    ] as const;
    expect(verdict('consumer-workstation', pair, ...ryzen)).toBe('THRU_HOST_BRIDGE');
  });

  test('JBOF: all of it stays below the root port', () => {
    expect(verdict('jbof', ['nvme0', 'nvme6'])).toBe('BUS_ADDR');
  });

  test('flat guest: refused, until a switch stands in between', () => {
    const pair = ['nvme0', 'nic0'] as const;
    expect(verdict('vm-flat', pair)).toBe('NOT_SUPPORTED');
    const withSwitch = [
      ['    nvme0:', '    port qemu-root-port\n      switch qemu-xio3130\n        nvme0:'],
      ['    nic0:', '        nic0:'],
      [/^ {4}nvme1.*\n/m, ''],
    ] as const;
    expect(verdict('vm-flat', pair, ...withSwitch)).toBe('BUS_ADDR');
  });

  test('Arm server: below the switch, not from port to port', () => {
    expect(verdict('arm-server', ['nvme0', 'nic0'])).toBe('BUS_ADDR');
    expect(verdict('arm-server', ['nvme0', 'nic1'])).toBe('NOT_SUPPORTED');
  });

  test('laptop: neither within the domain nor out of it', () => {
    expect(verdict('vmd-laptop', ['nvme0', 'nvme1'])).toBe('NOT_SUPPORTED');
    expect(verdict('vmd-laptop', ['nvme0', 'gpu0'])).toBe('NOT_SUPPORTED');
  });

  test('2016: mapped unasked, refused by 4.20, on the list with 5.4', () => {
    const pair = ['iopmem1', 'nic0'] as const;
    expect(verdict('mail-exposing-memory', pair)).toBe('THRU_HOST_BRIDGE');
    expect(verdict('mail-exposing-memory', pair, kernel('4.20'))).toBe('NOT_SUPPORTED');
    expect(verdict('mail-exposing-memory', pair, kernel('5.4'))).toBe('THRU_HOST_BRIDGE');
    expect(verdict('mail-exposing-memory', ['iopmem0', 'nic0'], kernel('4.20'))).not.toBe(
      'unknown',
    );
  });

  test('2017: below the switch, and not across', () => {
    expect(verdict('mail-bridge-shim', ['nvme2', 'nic0'])).toBe('BUS_ADDR');
    expect(verdict('mail-bridge-shim', ['nvme0', 'nic0'])).toBe('NOT_SUPPORTED');
    expect(verdict('mail-bridge-shim', ['nvme0', 'nic0'], kernel('4.20'))).toBe('NOT_SUPPORTED');
  });

  test('2018, HFI: one verdict for both to PCI; the other root port is refused', () => {
    expect(verdict('mail-hfi', ['nvme0', 'nic0'])).toBe('BUS_ADDR');
    expect(verdict('mail-hfi', ['nvme0', 'hfi0'])).toBe('BUS_ADDR');
    expect(verdict('mail-hfi', ['nvme0', 'nic1'])).toBe('NOT_SUPPORTED');
  });

  test('2018, switches: good, root ports bad, and no longer so with 5.4', () => {
    expect(verdict('mail-switch-or-root-ports', ['nvme0', 'nic0'])).toBe('BUS_ADDR');
    expect(verdict('mail-switch-or-root-ports', ['nvme2', 'nic1'])).toBe('NOT_SUPPORTED');
    expect(verdict('mail-switch-or-root-ports', ['nvme2', 'nic1'], kernel('5.4'))).toBe(
      'THRU_HOST_BRIDGE',
    );
  });

  test.each([
    ['mail-hfi', 'hfi0', 'nic0'],
    ['mail-virt-ops', 'hfi0', 'nic0'],
  ] as const)('%s: looking for memory finds none for the HFI', (id, hfi, nic) => {
    const point = TEMPLATES.find((each) => each.id === id);
    const { machine } = read(point ? textOf(point) : '');
    const analysis = analyze(machine);
    const found = (name: string) => {
      const fn = machine.functions.find(({ label }) => label === name);
      if (!fn) throw new Error(`no function ${name}`);
      return pciP2pmemFindMany(analysis, [clientOf(fn)], providersOf(machine)).chosenFrom;
    };
    expect(found(hfi)).toEqual([]);
    expect(found(nic)).toHaveLength(1);
  });
});
