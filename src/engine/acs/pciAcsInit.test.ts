import { describe, expect, test } from 'vitest';
import { UNKNOWN } from '../../base/unknown.ts';
import { acs, MachineBuilder } from '../../model/machine.testkit.ts';
import type { Machine } from '../../model/machine.ts';
import { type Asked, boot, wordAfterBoot, wordOf } from './acsWords.testkit.ts';

const ERAS = ['5.4', '5.10', '5.15', '6.1', '6.6', '6.11', '6.12', '6.18', '7.0', '7.1'];

/** A switch below one root port, as the firmware left it: s03 of the golden data. */
const s03 = new MachineBuilder()
  .host('00:00.0', '8086:29c0')
  .rootPort('00:02.0', '01-04', { acs: acs(0), change: { driver: 'pcieport' } })
  .upstream('01:00.0', '02-04', { change: { driver: 'pcieport' } })
  .downstream('02:00.0', '03', { acs: acs(0), change: { driver: 'pcieport' } })
  .downstream('02:01.0', '04', { acs: acs(0), change: { driver: 'pcieport' } })
  .endpoint('03:00.0')
  .endpoint('04:00.0')
  .build();

const words = (machine: Machine, asked: Asked, ...addresses: string[]) =>
  addresses.map((address) => wordAfterBoot(machine, address, asked));

describe('what Linux sets by itself', () => {
  const [rootPort, upstream, endpoint] = ['00:02.0', '01:00.0', '03:00.0'];

  test.each(ERAS)('%s: 001d where an IOMMU is in use, the firmware’s word elsewhere', (era) => {
    const asked = words(s03, { era, iommu: 'intel' }, rootPort, upstream, endpoint);
    expect(asked).toEqual(['001d', 'none', 'none']);
    expect(words(s03, { era, iommu: 'intel', cmdline: 'iommu=pt' }, rootPort)).toEqual(['001d']);
    expect(words(s03, { era, iommu: 'amd' }, rootPort)).toEqual(['001d']);
    expect(words(s03, { era, iommu: 'none' }, rootPort)).toEqual(['0000']);
    const off = { era, iommu: 'intel', cmdline: 'intel_iommu=off' } as const;
    expect(words(s03, off, rootPort)).toEqual(['0000']);
  });

  const machine = (change: object) =>
    new MachineBuilder()
      .rootPort('00:02.0', '01', { acs: acs(0), change })
      .endpoint('01:00.0', { acs: acs(0, 0x4c) })
      .endpoint('01:00.1', { acs: acs(0x40, 0x4c) })
      .build();

  // The table of resulting defaults: full capability, firmware's word 0.
  test.each([
    ['5.4', {}, 'intel', '001d'],
    ['5.4', { externalFacing: true }, 'intel', '001d'],
    ['5.10', { externalFacing: true }, 'intel', '001f'],
    ['7.1', { untrusted: true }, 'intel', '001f'],
    ['7.1', { externalFacing: true }, 'none', '0000'],
  ] as const)('%s, %j, IOMMU %s: %s', (era, change, iommu, word) => {
    expect(wordAfterBoot(machine(change), '00:02.0', { era, iommu })).toBe(word);
  });

  test('a multifunction endpoint with RR, CR and DT: bits are added, none goes', () => {
    const asked = { era: '7.1', iommu: 'intel' } as const;
    expect(words(machine({}), asked, '01:00.0', '01:00.1')).toEqual(['000c', '004c']);
  });

  test.each([
    ['5.4', '001d'],
    ['5.10', '001d'],
    ['5.15', '001f'],
    ['7.0', '001f'],
  ])('%s with pci=noats: %s (s60)', (era, word) => {
    const asked = { era, iommu: 'intel', cmdline: 'pci=noats' } as const;
    expect(wordAfterBoot(s03, '02:00.0', asked)).toBe(word);
  });
});

describe('pci=disable_acs_redir=', () => {
  // On one downstream port; firmware's word, word after boot with an IOMMU, and without.
  test.each([
    ['5.4', 0x0000, '0011', '0000'],
    ['6.1', 0x0000, '0011', '0000'],
    ['6.6', 0x003d, '0011', '0011'],
    ['6.11', 0x0000, '0053', '0053'],
    ['6.11', 0x000c, '005f', '005f'],
    ['6.12', 0x0000, '0000', '0000'],
    ['6.18', 0x001f, '0013', '0013'],
    ['7.0', 0x0013, '0013', '0013'],
  ])('%s, firmware %i: %s with an IOMMU, %s without', (era, firmware, used, without) => {
    const machine = new MachineBuilder()
      .rootPort('00:02.0', '01', { acs: acs(firmware), change: { driver: 'pcieport' } })
      .rootPort('00:03.0', '02', { acs: acs(firmware) })
      .build();
    const cmdline = 'pci=disable_acs_redir=00:02.0';
    expect(wordAfterBoot(machine, '00:02.0', { era, iommu: 'intel', cmdline })).toBe(used);
    expect(wordAfterBoot(machine, '00:02.0', { era, cmdline })).toBe(without);
  });

  test('everything else keeps the default', () => {
    const asked = {
      era: '6.12',
      iommu: 'intel',
      cmdline: 'pci=disable_acs_redir=00:02.0/00.0/01.0',
    } as const;
    expect(words(s03, asked, '00:02.0', '02:00.0', '02:01.0')).toEqual(['001d', '001d', '0000']);
  });

  test('unknown to kernels before 4.19', () => {
    const asked = {
      era: 'v1-2018',
      iommu: 'intel',
      cmdline: 'pci=disable_acs_redir=00:02.0',
    } as const;
    expect(wordAfterBoot(s03, '00:02.0', asked)).toBe('001d');
  });
});

describe('pci=config_acs=', () => {
  /** Two root ports of full capability, or as given: s15, s21. */
  const ports = (capability = 0x5f, firmware = 0) =>
    new MachineBuilder()
      .rootPort('00:02.0', '01', { acs: acs(firmware, capability), change: { driver: 'pcieport' } })
      .rootPort('00:03.0', '02', { acs: acs(firmware, capability), change: { driver: 'pcieport' } })
      .build();
  const both = (asked: Asked, machine = ports()) => words(machine, asked, '00:02.0', '00:03.0');

  test('flags given once for two devices (s15, -cfg): the second only in the early form', () => {
    const cmdline = 'pci=config_acs=x0x11x1@00:03.0;00:02.0';
    expect(both({ era: '6.11', cmdline })).toEqual(['000d', '000d']);
    expect(both({ era: '6.12', cmdline })).toEqual(['0000', '000d']);
  });

  test('flags for each (s15, -cfg2): the second only in the form of today', () => {
    const cmdline = 'pci=config_acs=x0x11x1@00:03.0;x0x11x1@00:02.0';
    expect(both({ era: '6.11', cmdline })).toEqual(['0000', '000d']);
    expect(both({ era: '6.12', cmdline })).toEqual(['000d', '000d']);
  });

  test('x is the firmware’s bit, not the kernel’s default (s08); early it is the default', () => {
    const cmdline = 'pci=config_acs=00x0011@00:02.0';
    const asked = { iommu: 'intel', cmdline } as const;
    expect(both({ era: '6.12', ...asked })).toEqual(['0003', '001d']);
    expect(both({ era: '6.12', ...asked }, ports(0x5f, 0x0010))).toEqual(['0013', '001d']);
    expect(both({ era: '6.11', ...asked })).toEqual(['0013', '001d']);
  });

  test('EC is written and not kept where it is missing (s21); the history tells both', () => {
    const asked = { era: '6.12', cmdline: 'pci=config_acs=0101101@00:02.0' };
    expect(both(asked)).toEqual(['000d', '0000']);
    expect(both(asked, ports(0x7f))).toEqual(['002d', '0000']);
    const steps = boot(ports(), asked).words[0]?.steps ?? [];
    expect(steps.map(({ rule, after }) => [rule, after])).toEqual([
      ['config-acs', 0x2d],
      ['acs-hardware', 0x0d],
    ]);
  });

  test('it has the last word over disable_acs_redir', () => {
    const cmdline = 'pci=disable_acs_redir=00:02.0,config_acs=xxx1x1x@00:02.0';
    const asked = { iommu: 'intel', cmdline } as const;
    expect(both({ era: '6.12', ...asked })).toEqual(['000a', '001d']);
    expect(both({ era: '6.11', ...asked })).toEqual(['005b', '001d']);
  });
});

/** e08: the second and third function have no driver. */
test('7.0 without an IOMMU leaves functions alone that no driver binds', () => {
  const e08 = new MachineBuilder()
    .rootPort('00:02.0', '01', { acs: acs(0), change: { driver: 'pcieport' } })
    .endpoint('01:00.0', { acs: acs(0, 0x5d), change: { driver: 'nvme', multifunction: true } })
    .endpoint('01:00.1', { acs: acs(0x04, 0x5d) })
    .endpoint('01:00.2', { acs: acs(0, 0x5d), change: { driver: UNKNOWN } })
    .build();
  const cmdline = 'pci=config_acs=0011101@00:02.0/00.0;0011101@00:02.0/00.1;0011101@00:02.0/00.2';
  const all = (asked: Asked) => words(e08, asked, '01:00.0', '01:00.1', '01:00.2');
  expect(all({ era: '6.18', cmdline })).toEqual(['001d', '001d', '001d']);
  expect(all({ era: '7.0', cmdline })).toEqual(['001d', '0004', 'unknown']);
  expect(all({ era: '7.0', cmdline, iommu: 'intel' })).toEqual(['001d', '001d', '001d']);
});

describe('the patch series of 2018', () => {
  test('ports behind a switch lose redirection, root ports keep it', () => {
    const asked = { era: 'v3-2018', iommu: 'intel' } as const;
    expect(words(s03, asked, '00:02.0', '02:00.0', '02:01.0')).toEqual(['001d', '0011', '0011']);
    expect(wordAfterBoot(s03, '02:00.0', { era: 'v1-2018', iommu: 'intel' })).toBe('001d');
  });

  // How far the clearing goes: nowhere, behind switches, everywhere.
  test.each([
    ['v1-2018', '', ['001d', '001d']],
    ['v2-2018', '', ['001d', '0011']],
    ['v4-2018', '', ['0011', '0011']],
    ['4.20', '', ['001d', '001d']],
    ['6.1', 'pci=disable_acs_redir=pci:0:0', ['0011', '0011']],
    ['6.12', 'pci=disable_acs_redir=pci:0:0', ['0000', '0000']],
  ] as const)('%s %s: root port and downstream port come to %j', (era, cmdline, expected) => {
    const asked = { era, iommu: 'intel', cmdline } as const;
    expect(words(s03, asked, '00:02.0', '02:00.0')).toEqual(expected);
  });

  test('what the firmware set goes as well, IOMMU or not', () => {
    const machine = boot(s03, { era: '7.1', iommu: 'intel' }).machine;
    expect(words(machine, { era: 'v3-2018' }, '00:02.0', '02:00.0')).toEqual(['001d', '0011']);
  });
});

describe('Intel’s chipsets', () => {
  const machine = (pciId: string, words: ReturnType<typeof acs>) =>
    new MachineBuilder()
      .rootPort('00:1c.0', '01', { id: pciId, acs: words, change: { driver: 'pcieport' } })
      .build();
  const port = (...args: Parameters<typeof machine>) => ({
    after: (asked: Asked) => {
      const [fn] = boot(machine(...args), asked).machine.functions;
      return fn?.acs === null || fn?.acs === UNKNOWN ? undefined : fn?.acs.dwordAt8;
    },
    word: (asked: Asked) => wordAfterBoot(machine(...args), '00:1c.0', asked),
  });
  const spt = port('8086:a110', { ...acs(0, 0x0f), dwordAt8: 0 });

  test('100 and 200 series: the dword at +8 in place of the control word', () => {
    const asked = { era: '7.1', iommu: 'intel' } as const;
    expect(spt.word(asked)).toBe('0000');
    expect(spt.after(asked)).toBe(0x0d);
    expect(spt.after({ era: '7.1' })).toBe(0);
  });

  test.each(['disable_acs_redir=00:1c.0', 'config_acs=1111111@00:1c.0'])(
    'pci=%s clears RR, CR and EC there, whatever was asked for',
    (list) => {
      const asked = { era: '7.1', iommu: 'intel', cmdline: `pci=${list}` } as const;
      expect(spt.word(asked)).toBe('0000');
      expect(spt.after(asked)).toBe(0x01);
    },
  );

  test('where it is hidden whether the list names the port, so is what becomes of the dword', () => {
    const hidden = (dwordAt8: number) => {
      const words = { ...acs(0, 0x0f), dwordAt8 };
      const machine = new MachineBuilder()
        .rootPort('00:1c.0', '01', {
          id: '8086:a110',
          acs: words,
          change: { subsystemId: UNKNOWN, driver: 'pcieport' },
        })
        .build();
      const cmdline = 'pci=disable_acs_redir=pci:8086:a110:1028:1';
      const [fn] = boot(machine, { era: '7.1', cmdline }).machine.functions;
      return fn?.acs === null || fn?.acs === UNKNOWN ? undefined : fn?.acs.dwordAt8;
    };
    expect(hidden(0x0d)).toBe(UNKNOWN);
    expect(hidden(0x01)).toBe(0x01);
  });

  test('5 to 9 series: registers of the chipset, the word stays', () => {
    const pch = port('8086:8c10', acs(0));
    expect(pch.word({ era: '7.1', iommu: 'intel' })).toBe('0000');
  });
});

describe('firmware’s word', () => {
  test('is the one told apart, else the word as it stands', () => {
    const machine = new MachineBuilder()
      .rootPort('00:02.0', '01', { acs: { ...acs(0x1d), firmwareControl: 0x40 } })
      .rootPort('00:03.0', '02', { acs: acs(0x40) })
      .build();
    expect(words(machine, { era: '7.1' }, '00:02.0', '00:03.0')).toEqual(['0040', '0040']);
  });

  test('hidden words stay hidden', () => {
    const machine = new MachineBuilder()
      .rootPort('00:02.0', '01', { acs: { ...acs(0), control: UNKNOWN } })
      .rootPort('00:03.0', '02', { acs: { ...acs(0), capability: UNKNOWN } })
      .rootPort('00:04.0', '03', { acs: UNKNOWN })
      .build();
    const asked = { era: '7.1', iommu: 'intel' } as const;
    expect(words(machine, asked, '00:02.0', '00:03.0', '00:04.0')).toEqual([
      'unknown',
      'unknown',
      'unknown',
    ]);
    expect(words(machine, { era: '7.1' }, '00:02.0', '00:03.0')).toEqual(['unknown', '0000']);
  });
});

describe('as-is', () => {
  const cmdline = 'pci=noats,disable_acs_redir=00:02.0';
  const asIs = { era: '7.1', iommu: 'intel', cmdline, acsWords: 'as-is' } as const;

  test('nothing is done, and the command line is remarked on as not applied', () => {
    const { machine, words: histories, remarks } = boot(s03, asIs);
    expect(machine).toBe(s03);
    expect(histories).toEqual([]);
    expect(remarks.map(({ span }) => cmdline.slice(span.start, span.end))).toEqual([
      '00:02.0',
      'noats',
    ]);
  });

  test.each(ERAS)('%s: as-is after boot is boot', (era) => {
    const after = boot(s03, { ...asIs, era, acsWords: 'boot' }).machine;
    const again = boot(after, { ...asIs, era }).machine;
    for (const address of ['00:02.0', '02:00.0', '02:01.0']) {
      expect(wordOf(again, address)).toBe(wordOf(after, address));
    }
  });
});

test('each step says what it did, in a sentence', () => {
  const { words: histories } = boot(s03, {
    era: '6.12',
    iommu: 'intel',
    cmdline: 'pci=disable_acs_redir=00:02.0',
  });
  expect(histories[0]).toEqual({
    function: '0000:00:02.0',
    firmware: 0,
    control: 0,
    steps: [
      {
        rule: 'acs-default',
        before: 0,
        after: 0x1d,
        text: 'SV, RR, CR and UF set: an IOMMU is in use.',
      },
      {
        rule: 'disable-acs-redir',
        before: 0x1d,
        after: 0,
        text: 'The firmware’s word without RR, CR and EC by pci=disable_acs_redir=; what the kernel had set is lost.',
      },
    ],
  });
});
