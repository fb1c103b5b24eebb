import { describe, expect, test } from 'vitest';
import type { LogKind } from '../engine/explain/kernelLog.ts';
import { id } from '../model/machine.testkit.ts';
import { substanceOfLine, substanceOfText } from './logSubstance.ts';

const own = { client: '0000:04:00.0', provider: '0000:03:00.0' };

interface Row {
  readonly text: string;
  readonly kind: LogKind;
  readonly functions: readonly string[];
  readonly ids?: string;
}

const rows: readonly Row[] = [
  {
    text: '<client>: ACS redirect is set between the client and provider (<provider>)',
    kind: 'redirect',
    functions: ['04:00.0', '03:00.0'],
  },
  {
    text: '<client>: to disable ACS redirect for this path, add the kernel parameter: pci=disable_acs_redir=02:00.0;02:01.0',
    kind: 'parameter',
    functions: ['04:00.0', '02:00.0', '02:01.0'],
  },
  {
    text: 'pci 00:00.0: Host bridge not in P2PDMA whitelist: 8086:29c0',
    kind: 'unlisted-host',
    functions: ['00:00.0'],
    ids: '8086:29c0',
  },
  {
    text: 'pcieport 0000:40:00.0: Host bridge not in P2PDMA whitelist: 1b36:000c',
    kind: 'unlisted-host',
    functions: ['40:00.0'],
    ids: '1b36:000c',
  },
  {
    text: '<client>: Host bridge not in P2PDMA whitelist: 1b36:000c',
    kind: 'unlisted-host',
    functions: ['04:00.0'],
    ids: '1b36:000c',
  },
  {
    text: '<client>: cannot be used for peer-to-peer DMA as the client and provider (<provider>) do not share an upstream bridge or whitelisted host bridge',
    kind: 'refused',
    functions: ['04:00.0', '03:00.0'],
  },
];

describe('a line of a kernel and a derived one say the same', () => {
  test.each(rows)('$kind: $text', ({ text, kind, functions, ids = null }) => {
    const derived = { kind, functions: functions.map((name) => id(name)), ids, text: '' };
    expect(substanceOfText(text, own)).toBe(substanceOfLine(derived));
  });
});

test('another function, another order and another id are other things', () => {
  const parameter = (list: string) =>
    substanceOfText(`<client>: to disable ACS redirect pci=disable_acs_redir=${list}`, own);
  expect(parameter('02:00.0;02:01.0')).not.toBe(parameter('02:01.0;02:00.0'));
  expect(parameter('02:00.0')).not.toBe(parameter('02:00.0;02:01.0'));
});

test('an unknown message stands for itself', () => {
  expect(substanceOfText('<client>: something new', own)).toBe('0000:04:00.0: something new');
});
