import { describe, expect, test } from 'vitest';
import { id } from '../../model/machine.testkit.ts';
import { analyze } from '../analyze.ts';
import { eraById } from '../kernel/eras.ts';
import { RULES } from '../rules.ts';
import { explainPair } from './explainPair.ts';
import { switchWith } from './switchWith.testkit.ts';

const INTEL = { arch: 'x86', vendor: 'GenuineIntel', family: 6 } as const;

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
      'peer-address',
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

describe('each era argues by its own rule', () => {
  const told = (era: string, client: string, control = 0x1d) => {
    const { reasons } = explain(switchWith(control), era, client);
    return reasons.map(({ text }) => text).join('\n');
  };

  test.each([
    ['oot-2016', '04:00.0', [/no kernel code looks at/, /Nobody judges.*root complex/]],
    [
      'v2-2018',
      '04:00.0',
      [/Two bridges above both is 0000:01:00.0/, /clears RR, CR and EC/, /Allowed/],
    ],
    ['v2-2018', '05:00.0', [/0000:05:00.0 has no bridge two steps above/, /Refused/]],
    ['v4-2018', '04:00.0', [/0000:01:00.0 is above both/, /ACS is not asked/, /Allowed/]],
    ['v4-2018', '05:00.0', [/No bridge is above both/, /Refused/]],
    ['4.20', '04:00.0', [/which refuses the pair: the host bridge is not asked/, /Refused: .*-1/]],
    ['4.20', '05:00.0', [/No bridge is above both/, /Refused/]],
    ['5.2', '05:00.0', [/not on the list/, /Refused/]],
    [
      '5.4',
      '04:00.0',
      [/ACS redirects at 0000:02:00.0 \(RR CR\)/, /not on the list/, /NOT_SUPPORTED/],
    ],
    ['proposal-b', '04:00.0', [/not direct at 0000:02:00.0 \(RR CR\)/, /NOT_SUPPORTED/]],
    [
      'proposal-c',
      '04:00.0',
      [/Where the ways part.*0000:02:01.0/, /By class of TLP: strictly ordered/],
    ],
  ])('%s, %s', (era, client, patterns) => {
    for (const pattern of patterns) expect(told(era, client)).toMatch(pattern);
  });

  test.each([
    'oot-2016',
    'v2-2018',
    'v4-2018',
    '4.20',
    '5.2',
    '5.15',
    '7.1',
    'proposal-b',
    'proposal-c',
  ])('%s says why nothing redirects', (era) => {
    expect(told(era, '04:00.0', 0)).toMatch(
      /none has RR|not asked|directly|Neither of the two ports/,
    );
  });
});

describe('words of a boot', () => {
  const booted = (era: string, cmdline: string, iommu: 'none' | 'intel' = 'intel') => {
    const request = { kernel: eraById(era), cpu: INTEL, iommu, cmdline, acsWords: 'boot' } as const;
    const analysis = analyze(switchWith(0), request);
    return explainPair(analysis, id('03:00.0'), id('04:00.0'));
  };

  test('an IOMMU set them, which is told with the functions', () => {
    const { reasons } = booted('6.12', '');
    const boot = reasons.find(({ text }) => text.startsWith('At boot'));
    expect(boot?.text).toMatch(/0000:02:00.0, 0000:02:01.0: .*an IOMMU is in use/);
    expect(boot?.rule).toBe('acs-default');
    expect(boot?.functions).toEqual(['02:00.0', '02:01.0'].map(id));
  });

  test('the command line took them away', () => {
    const { reasons, verdict } = booted('6.12', 'pci=disable_acs_redir=0000:02:00.0;0000:02:01.0');
    expect(verdict.mapType).toBe('BUS_ADDR');
    expect(reasons.map(({ text }) => text).join('\n')).toMatch(/At boot.*disable_acs_redir/);
  });

  test('without an IOMMU there is no story to tell', () => {
    const { reasons } = booted('6.12', '', 'none');
    expect(reasons.some(({ text }) => text.startsWith('At boot'))).toBe(false);
  });
});
