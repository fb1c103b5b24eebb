import fc from 'fast-check';
import { expect, test } from 'vitest';
import { suggestAt } from './suggestAt.ts';

const TEXT = `machine "test"
slot s0: x16
socket 0
  host h0 1022:14a4
    rp0: port gen5 x16
      sw0: switch gen5 x16
        gpu0: gpu gen5 x16
        "my nic": nic gen5
flow f0: gpu0 -> "my nic" write
`;

/** Asks at the bar within the line, which comes behind the text. */
function asked(line: string) {
  const at = TEXT.length + line.indexOf('|');
  const text = `${TEXT}${line.replace('|', '')}`;
  const { from, to, options } = suggestAt(text, at);
  return { typed: text.slice(from, to), labels: options.map(({ label }) => label), options };
}

test.each<readonly [string, string, readonly string[], readonly string[]]>([
  // line, what is replaced, what is offered, what is not
  ['|', '', ['socket 1', 'flow', 'list', 'orphans'], ['gpu', 'port']],
  ['  |', '', [], []],
  ['ho|', 'ho', ['host h1', 'host'], ['gpu']],
  ['flow f1: |', '', ['gpu0', '"my nic"', 'ram0'], ['sw0', 'rp0', '->']],
  ['flow f1: gpu0 |', '', ['->', '<-', '<->'], ['gpu0']],
  ['flow f1: gpu0 -> |', '', ['gpu0', 'ram0'], ['write']],
  ['flow f1: gpu0 -> ram0 w|', 'w', ['write', 'read', 'size='], ['->']],
  ['flow f1: gpu0 -> ram0 write size=|', '', [], ['write']],
  ['group g: |', '', ['gpu0', 'all(', 'nvmeof('], []],
  ['group g: all(gpu0) |', '', ['size='], ['through=']],
  ['group g: nvmeof(gpu0) |', '', ['write', 'through='], []],
  ['group g: nvmeof(gpu0) through=|', '', ['gpu0', '"my nic"', 'ram0'], ['sw0', 'g', 'write']],
  ['list l on |', '', ['gpu0'], []],
  ['note |', '', ['gpu0', 'h0', 'socket0', 'above'], ['f0']],
  ['note above |', '', ['gpu0'], ['above', 'f0']],
  ['link |', '', ['nvlink', 'upi'], []],
  ['link nvlink gpu0 |', '', ['--'], []],
  ['iommu a|', 'a', ['amd', 'intel'], []],
  ['# gp|', '', [], ['gpu']],
  ['machine "gp|"', '', [], ['gpu']],
])('%s', (line, typed, there, notThere) => {
  const found = asked(line);
  if (there.length > 0) expect(found.typed).toBe(typed);
  expect(found.labels).toEqual(expect.arrayContaining([...there]));
  for (const each of notThere) expect(found.labels).not.toContain(each);
});

/** The line hangs below the switch. */
function below(line: string) {
  const text = TEXT.replace(/flow .*\n/, '');
  const at = text.length + line.indexOf('|');
  const { from, to, options } = suggestAt(text + line.replace('|', ''), at);
  const whole = text + line.replace('|', '');
  return { typed: whole.slice(from, to), labels: options.map(({ label }) => label), options };
}

test('below a switch: devices, the next with its name; no host and no statement', () => {
  const { labels } = below('        |');
  expect(labels).toEqual(expect.arrayContaining(['gpu1: gpu', 'gpu', 'nvme', 'switch', 'port']));
  expect(labels).not.toContain('host');
  expect(labels).not.toContain('flow');
});

test('below a device: its further and virtual functions', () => {
  expect(below('          |').labels).toEqual(['fn', 'vf']);
});

test('behind a name only kinds follow', () => {
  expect(below('        gpu9: |').labels).toContain('gpu');
  expect(below('        gpu9: |').labels).not.toContain('gpu1: gpu');
});

test('behind a kind come models and attributes, without those that the line has', () => {
  const { labels } = below('        gpu9: gpu gen5 |');
  expect(labels).toEqual(expect.arrayContaining(['x16', 'bar=', 'untrusted']));
  expect(labels).not.toContain('gen4');
  const { options } = below('        nvme |');
  expect(options.some(({ kind }) => kind === 'model')).toBe(true);
  expect(below('        nvme x4 gen4 p|').typed).toBe('p');
});

test('lists of bits go on with those that are not there', () => {
  const { typed, labels } = below('        port acs=SV,R|');
  expect(typed).toBe('R');
  expect(labels).toEqual(expect.arrayContaining(['RR', 'CR', 'UF']));
  expect(labels).not.toContain('SV');
});

test('slots are named where one is asked for', () => {
  expect(below('        gpu slot=|').labels).toEqual(['s0']);
});

test('whatever the text, it answers with a place in it', () => {
  const piece = fc.constantFrom(
    'gpu',
    'a:',
    ' ',
    '\n',
    '  ',
    '"',
    '=',
    'acs',
    ',',
    '#',
    'flow',
    '->',
  );
  fc.assert(
    fc.property(fc.array(piece), fc.nat(60), (pieces, at) => {
      const text = pieces.join('');
      const offset = Math.min(at, text.length);
      const { from, to } = suggestAt(text, offset);
      expect(from).toBeLessThanOrEqual(offset);
      expect(to).toBeGreaterThanOrEqual(from);
      expect(to).toBeLessThanOrEqual(text.length);
    }),
  );
});
