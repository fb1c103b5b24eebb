import fc from 'fast-check';
import { expect, test } from 'vitest';
import { highlightLine } from './highlightLine.ts';

function shown(line: string): readonly string[] {
  return highlightLine(line).map(({ from, to, kind }) => `${kind} ${line.slice(from, to)}`);
}

test.each<readonly [string, readonly string[]]>([
  ['# two sockets', ['comment # two sockets']],
  ['machine "demo target"', ['keyword machine', 'text "demo target"']],
  ['socket 0', ['kind socket', 'value 0']],
  ['  host h0 1022:14a4', ['kind host', 'name h0', 'model 1022:14a4']],
  ['    rp0: port gen5 x16', ['name rp0:', 'kind port', 'value gen5', 'value x16']],
  [
    '      sw0: switch pex89104 acs=SV,RR   # uplink',
    [
      'name sw0:',
      'kind switch',
      'model pex89104',
      'attribute acs=',
      'value SV,RR',
      'comment # uplink',
    ],
  ],
  [
    '        gpu0: gpu "RTX PRO 6000" gen5 external',
    ['name gpu0:', 'kind gpu', 'model "RTX PRO 6000"', 'value gen5', 'attribute external'],
  ],
  [
    'flow f0: gpu0 -> gpu1 write size=64K',
    [
      'keyword flow',
      'name f0:',
      'value gpu0',
      'operator ->',
      'value gpu1',
      'keyword write',
      'attribute size=',
      'value 64K',
    ],
  ],
  [
    'group t: nvmeof(nic0 nvme0) write through=ram0',
    [
      'keyword group',
      'name t:',
      'keyword nvmeof(nic0',
      'value nvme0)',
      'keyword write',
      'attribute through=',
      'value ram0',
    ],
  ],
  ['  gpv gen5', ['mistake gpv', 'value gen5']],
  ['machine "open', ['keyword machine', 'mistake "open']],
  ['', []],
])('%j', (line, tokens) => {
  expect(shown(line)).toEqual(tokens);
});

test('whatever the line, its pieces follow each other', () => {
  const piece = fc.constantFrom('a:', 'gpu', ' ', '"', '#', '=', 'x16', '->', 'flow', '\\', '\t');
  fc.assert(
    fc.property(fc.array(piece), (pieces) => {
      const line = pieces.join('');
      let end = 0;
      for (const { from, to } of highlightLine(line)) {
        expect(from).toBeGreaterThanOrEqual(end);
        expect(to).toBeGreaterThan(from);
        end = to;
      }
      expect(end).toBeLessThanOrEqual(line.length);
    }),
  );
});
