import fc from 'fast-check';
import { expect, test } from 'vitest';
import { applyChanges } from '../build/applyChanges.ts';
import { canApply } from '../build/canApply.ts';
import type { Change } from '../build/change.ts';
import { settle } from '../build/settle.ts';
import type { Machine } from '../model/machine.ts';
import type { Parent, PciFunction } from '../model/pciFunction.ts';
import { readSketch } from './readSketch.ts';
import { updateSketch } from './updateSketch.ts';
import { writeSketch } from './writeSketch.ts';

/** Each run settles a machine and reads and writes it several times. */
const LONG = 120_000;

/** Words of one line with the spacing and comment of some hand. */
const styled = fc.record({
  gap: fc.constantFrom(' ', ' ', '  ', '   '),
  comment: fc.constantFrom('', '', '  # right', ' # "x" = y:'),
  above: fc.constantFrom('', '', '', '# above', '#', '\n'),
  isTurned: fc.boolean(),
});
type Style = typeof styled extends fc.Arbitrary<infer Value> ? Value : never;

const device = fc.record({
  words: fc.constantFrom(
    ['gpu', 'gen5', 'x16', 'bar=16G'],
    ['gpu'],
    ['nvme', 'gen4', 'x4', 'cmb=1G'],
    ['nic', 'x8', 'mrrs=512'],
    ['card', 'gen3'],
    ['switch', 'x8'],
    ['mistaken', 'gen5'],
  ),
  style: styled,
  below: fc.array(fc.constantFrom('gpu', 'nvme', 'nic'), { maxLength: 2 }),
  isNamed: fc.boolean(),
});

const texts = fc
  .record({
    head: fc.array(styled, { minLength: 4, maxLength: 4 }),
    ports: fc.array(
      fc.record({
        style: styled,
        isSwitch: fc.boolean(),
        devices: fc.array(device, { minLength: 1, maxLength: 3 }),
      }),
      { minLength: 1, maxLength: 4 },
    ),
    flows: fc.array(styled, { maxLength: 2 }),
    end: fc.constantFrom('\n', '', '\n\n', '\n# the end\n'),
    lineEnd: fc.constantFrom('\n', '\n', '\r\n'),
  })
  .map(({ head, ports, flows, end, lineEnd }) => {
    const lines: string[] = [];
    const names: string[] = [];
    let count = 0;
    const add = (depth: number, words: readonly string[], style: Style) => {
      const indent = '  '.repeat(depth);
      if (style.above === '\n') lines.push('');
      else if (style.above !== '') lines.push(indent + style.above);
      lines.push(indent + words.join(style.gap) + style.comment);
    };
    const [first, second, third, fourth] = head;
    if (!first || !second || !third || !fourth) return '';
    add(0, ['machine', '"some thing"'], first);
    add(0, ['kernel', '6.12', '"iommu=pt quiet"'], second);
    add(0, ['socket', '0'], third);
    add(1, ['host', 'h0', '1022:14a4'], fourth);
    ports.forEach(({ style, isSwitch, devices }, place) => {
      add(
        2,
        [`p${place}:`, 'port', ...(style.isTurned ? ['x16', 'gen5'] : ['gen5', 'x16'])],
        style,
      );
      if (isSwitch) add(3, [`s${place}:`, 'switch', 'gen5', 'x16', 'acs=SV'], style);
      // Without a port, what a switch's ports have is nowhere but in the text.
      if (isSwitch) add(4, ['nvme', 'gen4', 'x4'], style);
      const depth = isSwitch ? 4 : 3;
      for (const { words, style: look, below, isNamed } of devices.slice(0, isSwitch ? 3 : 1)) {
        const [kind = '', ...rest] = words;
        const name = `d${count++}`;
        if (isNamed && kind !== 'switch' && kind !== 'mistaken') names.push(name);
        const said = look.isTurned ? [...rest].reverse() : rest;
        add(depth, [...(isNamed ? [`${name}:`] : []), kind, ...said], look);
        if (kind === 'switch') for (const each of below) add(depth + 1, [each], look);
      }
    });
    flows.forEach((style, place) => {
      const [a, b] = [names[place], names[place + 1]];
      if (a && b) add(0, ['flow', `f${place}:`, a, '->', b, 'write', 'size=64K'], style);
    });
    return (lines.join('\n') + end).replaceAll('\n', lineEnd);
  });

const step = fc.record({
  kind: fc.constantFrom(
    'acs',
    'label',
    'width',
    'kernel',
    'name',
    'remove',
    'move',
    'add',
    'driver',
  ),
  at: fc.nat(100),
  to: fc.nat(100),
  number: fc.nat(0x7f),
});
type Step = typeof step extends fc.Arbitrary<infer Value> ? Value : never;

function edited(machine: Machine, { kind, at, to, number }: Step): Machine {
  const fn = machine.functions[at % machine.functions.length];
  if (!fn) return machine;
  const withFn = (change: Partial<PciFunction>): Machine => ({
    ...machine,
    functions: machine.functions.map((each) => (each === fn ? { ...each, ...change } : each)),
  });
  const changed = (change: Change): Machine => {
    if (canApply(machine, change) !== null) return machine;
    return settle(applyChanges(machine, [change])).machine;
  };
  const places: readonly Parent[] = [
    ...machine.functions.map(({ id }): Parent => ({ kind: 'function', id })),
    ...machine.hostBridges.map(({ id }): Parent => ({ kind: 'host', id })),
  ];
  const place = places[to % places.length];
  if (!place) return machine;
  switch (kind) {
    case 'acs': {
      if (fn.acs === null || fn.acs === 'unknown') return machine;
      return withFn({ acs: { ...fn.acs, control: number, firmwareControl: number } });
    }
    case 'label':
      return withFn({ label: number % 3 === 0 ? null : `new ${number}` });
    case 'driver':
      return withFn({ driver: `drv${number}` });
    case 'width':
      return changed({ kind: 'link', port: fn.id, capable: null, current: { gts: 8, width: 4 } });
    case 'kernel':
      return { ...machine, settings: { ...machine.settings, kernel: '7.0' } };
    case 'name':
      return { ...machine, name: `machine ${number}` };
    case 'remove':
      return changed({ kind: 'remove', device: fn.id });
    case 'move':
      return changed({ kind: 'move', device: fn.id, to: place });
    default: {
      const part = ['gpu', 'nvme', 'switch'][number % 3] ?? 'gpu';
      const label = number % 2 === 0 ? `added ${number}` : null;
      return changed({ kind: 'add', part, to: place, label });
    }
  }
}

function machineOf(text: string): Machine {
  return { ...settle(readSketch(text, null).machine).machine, sketch: text };
}

/** What a text says, in the canonical way. */
const says = (text: string, base: Machine) => writeSketch(readSketch(text, base).machine).text;
const linesOf = (text: string) => text.split(/\r?\n/);

test(
  'a text that says it is left alone, byte for byte',
  () => {
    fc.assert(
      fc.property(texts, (text) => {
        expect(updateSketch(text, machineOf(text))).toBe(text);
      }),
      { numRuns: 50 },
    );
  },
  LONG,
);

test(
  'after any edit the text says what the machine is, and keeps every comment',
  () => {
    fc.assert(
      fc.property(texts, fc.array(step, { minLength: 1, maxLength: 3 }), (text, steps) => {
        const machine = steps.reduce(edited, machineOf(text));
        const result = updateSketch(text, machine);
        expect(says(result, machine)).toBe(writeSketch(machine).text);
        // Comments on lines of their own, wherever they are now.
        const comments = (each: string) =>
          linesOf(each).filter((line) => /^\s*#/.test(line)).length;
        expect(comments(result)).toBe(comments(text));
        // Lines end as they did.
        if (text.includes('\r\n')) expect(result.replaceAll('\r\n', '')).not.toContain('\n');
        else expect(result).not.toContain('\r');
        expect(result.endsWith('\n')).toBe(text.endsWith('\n'));
      }),
      { numRuns: 50 },
    );
  },
  LONG,
);

test(
  'lines of parts that stay as they are stay byte for byte',
  () => {
    fc.assert(
      fc.property(texts, step, (text, one) => {
        // Both ends of a link are said with it: what moves or trains otherwise changes lines above.
        fc.pre(one.kind !== 'move' && one.kind !== 'width');
        const before = machineOf(text);
        const machine = edited(before, one);
        const result = new Set(linesOf(updateSketch(text, machine)));
        // Canonical lines that are in both: their parts say and have what they did, where they did.
        const was = readSketch(text, machine);
        const now = linesOf(writeSketch(machine).text);
        const same = new Set(
          linesOf(writeSketch(was.machine).text).filter((line) => now.includes(line)),
        );
        const canonical = readSketch(writeSketch(was.machine).text, was.machine).lineOf;
        const lines = linesOf(text);
        const canonicalLines = linesOf(writeSketch(was.machine).text);
        for (const [id, line] of was.lineOf) {
          const written = canonicalLines[(canonical.get(id) ?? 0) - 1];
          if (written === undefined || !same.has(written)) continue;
          const isOnce = canonicalLines.filter((each) => each === written).length === 1;
          if (isOnce) expect(result).toContain(lines[line - 1]);
        }
      }),
      { numRuns: 50 },
    );
  },
  LONG,
);
