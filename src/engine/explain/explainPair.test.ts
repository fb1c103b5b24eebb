import { describe, expect, test } from 'vitest';
import { acs, id, MachineBuilder } from '../../model/machine.testkit.ts';
import { analyze } from '../analyze.ts';
import { eraById } from '../kernel/eras.ts';
import { RULES } from '../rules.ts';
import { explainPair } from './explainPair.ts';

const INTEL = { arch: 'x86', vendor: 'GenuineIntel', family: 6 } as const;

function switchWith(control: number, host = '8086:29c0') {
  return new MachineBuilder()
    .host('00:00.0', host)
    .rootPort('00:01.0', '01-04')
    .upstream('01:00.0', '02-04')
    .downstream('02:00.0', '03', { acs: acs(control) })
    .downstream('02:01.0', '04', { acs: acs(control) })
    .endpoint('03:00.0')
    .endpoint('04:00.0')
    .rootPort('00:02.0', '05')
    .endpoint('05:00.0')
    .build();
}

function explain(machine: ReturnType<typeof switchWith>, era: string, client = '04:00.0') {
  const analysis = analyze(machine, { kernel: eraById(era), cpu: INTEL });
  return explainPair(analysis, id('03:00.0'), id(client));
}

describe('a refused pair', () => {
  const refused = explain(switchWith(0x1d), '6.12');

  test('is argued from the way to the list of host bridges', () => {
    expect(refused.reasons.map((reason) => reason.rule)).toEqual([
      'map-type',
      'acs-redirect',
      'cpu-forwards',
      'host-bridge-list',
      'distance',
    ]);
    expect(refused.reasons[1]?.functions).toEqual(['02:00.0', '02:01.0'].map(id));
  });

  test('logs what running kernels log', () => {
    expect(refused.log).toEqual([
      '0000:04:00.0: ACS redirect is set between the client and provider (0000:03:00.0)',
      '0000:04:00.0: to disable ACS redirect for this path, add the kernel parameter: pci=disable_acs_redir=0000:02:00.0;0000:02:01.0',
      'pci 0000:00:00.0: Host bridge not in P2PDMA whitelist: 8086:29c0',
      '0000:04:00.0: cannot be used for peer-to-peer DMA as the client and provider (0000:03:00.0) do not share an upstream bridge or whitelisted host bridge',
    ]);
  });

  test('is mended by clearing redirection, tried out', () => {
    expect(refused.fixes).toContainEqual(
      expect.objectContaining({
        kind: 'acs-redirect-off',
        cmdline: 'pci=disable_acs_redir=0000:02:00.0;0000:02:01.0',
        verdictAfter: 'BUS_ADDR',
      }),
    );
  });

  test('5.10 does not name the host bridge in its log', () => {
    expect(explain(switchWith(0x1d), '5.10').log.join()).not.toContain('whitelist:');
  });
});

test('a pair without a common bridge logs one line and may be moved into one switch', () => {
  const { log, fixes } = explain(switchWith(0), '6.12', '05:00.0');
  expect(log).toHaveLength(1);
  expect(fixes).toContainEqual(
    expect.objectContaining({ kind: 'same-switch', verdictAfter: 'BUS_ADDR' }),
  );
});

test('a newer kernel may have the host bridge on its list, an older one not', () => {
  const old = explain(switchWith(0x1d, '8086:09a2'), '5.15');
  expect(old.fixes).toContainEqual(
    expect.objectContaining({ kind: 'newer-kernel', verdictAfter: 'THRU_HOST_BRIDGE' }),
  );
  const now = explain(switchWith(0x1d, '8086:09a2'), '6.12');
  expect(now.fixes).toContainEqual(
    expect.objectContaining({ kind: 'older-kernel', verdictAfter: 'NOT_SUPPORTED' }),
  );
});

test('a direct pair says what would end it', () => {
  const { verdict, fixes, log } = explain(switchWith(0), '6.12');
  expect(verdict.mapType).toBe('BUS_ADDR');
  expect(log).toEqual([]);
  expect(fixes).toContainEqual(
    expect.objectContaining({ kind: 'acs-redirect-on', verdictAfter: 'NOT_SUPPORTED' }),
  );
});

test('changes of the document, made, lead to the verdict that is told', () => {
  const cases = [
    explain(switchWith(0x1d), '6.12'),
    explain(switchWith(0), '6.12'),
    explain(switchWith(0x1d, '8086:09a2'), '5.15'),
  ];
  const changes = cases.flatMap(({ fixes }) => fixes.flatMap(({ change }) => change ?? []));
  expect(changes.map(({ kind }) => kind)).toEqual([
    'acs-control',
    'acs-control',
    'acs-control',
    'kernel',
  ]);
  const [off, on, , kernel] = changes;
  expect(off).toMatchObject({ functions: ['02:00.0', '02:01.0'].map(id), set: 0, clear: 0x2c });
  expect(on).toMatchObject({ set: 0x04, clear: 0 });
  expect(kernel).toEqual({ kind: 'kernel', kernel: expect.stringMatching(/^\d+\.\d+$/) });
});

test('every reason names a rule of the table, with its source', () => {
  const known = new Set<string>(Object.values(RULES).map((rule) => rule.id));
  for (const control of [0, 0x1d]) {
    for (const client of ['03:00.0', '04:00.0', '05:00.0']) {
      for (const reason of explain(switchWith(control), '6.12', client).reasons) {
        expect(known).toContain(reason.rule);
        expect(reason.source).toMatch(/Linux/);
      }
    }
  }
});
