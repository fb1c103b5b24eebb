import { describe, expect, test } from 'vitest';
import { settle } from '../../../../build/settle.ts';
import { analyze } from '../../../../engine/analyze.ts';
import { mapList } from '../../../../engine/mapping/mapList.ts';
import type { MappingReport } from '../../../../engine/mapping/mappingReport.ts';
import { readSketch } from '../../../../sketch/readSketch.ts';
import { NO_MAPPING } from '../../../../store/mappingView.ts';
import { severalQuestion, withRedirect } from '../../../../store/severalQuestion.ts';
import type { OpenDocument, PeerlaneState } from '../../../../store/state.ts';
import { presetShown } from './presetShown.ts';
import { isLike, SEVERAL_CHIPS, toggled, withPanels } from './severalChips.ts';
import { severalColumns } from './severalColumns.ts';
import { severalDifferences } from './severalDifferences.ts';
import { planOf, SEVERAL_PRESETS } from './severalPresets.ts';

const RAM = 'ram 0x123456000+4K, ram 0x1ab000000+4K';
const MIXED =
  'ram 0x10000000+4K, ram 0x20000000+4K, drive-a+0+8K, ram 0x30000000+4K, ram 0x30001000+4K';

/** One switch below a host bridge on which every kernel relies. */
function opened(...lists: readonly string[]) {
  const { machine } = readSketch(
    `kernel 6.1
cpu GenuineIntel:6
iommu none
acs as-is
host h0 8086:2020 window=memory:492M@0xe0000000,prefetchable:32G@0x3800000000
  rp0: port gen4 x16
    sw0: switch gen4 x16
      drive-a: nvme gen4 x4 cmb=1G
      card: nic gen4 x16 dma=64,2G,0xffffffff
${lists.map((list, at) => `list L${at + 1} on card: ${list}`).join('\n')}
`,
    null,
  );
  const analysis = analyze(settle(machine).machine);
  const document = { machine: analysis.machine, revision: 1 } as OpenDocument;
  const results = { conditions: analysis.conditions } as PeerlaneState['results'];
  const [shown] = analysis.machine.workload.scatterlists;
  if (!shown) throw new Error('no list');
  return { analysis, shown, state: { document, results, mapping: NO_MAPPING } };
}

function mappedBy(title: string, ...lists: readonly string[]) {
  const { analysis, shown, state } = opened(...lists);
  const preset = SEVERAL_PRESETS.find((each) => each.title === title);
  if (!preset) throw new Error(`no ${title}`);
  const { panels, missing } = planOf(preset, analysis.machine, shown);
  const reports = withPanels([], panels).map((panel): MappingReport => {
    const asked = severalQuestion(state, panel);
    if (!asked) throw new Error(`nothing to ask of ${panel.title}`);
    const { list, options, conditions } = asked.question;
    return mapList(analysis, { list, options, conditions });
  });
  return { panels, missing, reports };
}

const counts = (reports: readonly MappingReport[]) =>
  reports.map(({ mapping }) => mapping.outputs.length);

describe('the pictures', () => {
  test('off, translating and redirected: five, three and one', () => {
    const { reports } = mappedBy('Off, translating, redirected', MIXED);
    expect(counts(reports)).toEqual([5, 3, 1]);
  });

  test.each([
    ['of two lists', [RAM, 'drive-a+0+8K'], 2],
    ['of one mixed list, by its parts', [MIXED], 4],
  ])('four address spaces %s', (_, lists, pages) => {
    const { reports, missing } = mappedBy('Four address spaces', ...lists);
    expect(missing).toEqual([]);
    const spaces = reports.map(({ mapping }) => mapping.outputs.map(({ space }) => space));
    expect(spaces).toEqual([
      Array(pages).fill('PHYS'),
      ['IOVA'],
      Array(pages).fill('VADDR'),
      ['BUS'],
    ]);
  });

  test('four address spaces ask for what is not there', () => {
    expect(mappedBy('Four address spaces', RAM).missing).toMatchObject([{ id: 'peer' }]);
    expect(mappedBy('Four address spaces', 'drive-a+0+8K').missing).toMatchObject([
      { id: 'two-pages' },
    ]);
  });

  test('six kernels, and the IOMMU in four modes', () => {
    const kernels = mappedBy('Through the kernels', MIXED).reports;
    expect(kernels.map(({ under }) => /Linux ([\d.]+)/.exec(under)?.[1])).toEqual([
      '5.4',
      '5.10',
      '5.15',
      '6.1',
      '6.18',
      '7.0',
    ]);
    expect(counts(mappedBy('The IOMMU modes', MIXED).reports)).toEqual([5, 5, 3, 3]);
  });

  test('the gallery of lists says which are missing, and shows those that are there', () => {
    const E1 = 'ram 0x123456000+4K, ram 0x1ab000000+4K, ram 0x40001000+4K, ram 0x777777000+4K';
    const { missing, reports } = mappedBy('Why not always one range: the list', E1, MIXED);
    expect(missing.map(({ id }) => id)).toEqual(['E3', 'E4', 'E5']);
    expect(counts(reports)).toEqual([1, 3, 4]);
  });

  test('each device of the gallery is told its own limits', () => {
    const E10 = 'ram 0x10000000+48K, ram 0x20000000+48K, ram 0x30000000+48K';
    const E17 = 'ram 0x10000000+4K, ram 0x20000000+4K, ram 0x30000000+4K';
    const E27 = 'ram 0x10000200+0xe00, ram 0x20000000+4K';
    const { reports } = mappedBy('Why not always one range: the device', E10, E17, E27);
    expect(counts(reports)).toEqual([3, 3, 2]);
    expect(reports.map(({ mapping }) => mapping.outputs.at(-1)?.why)).toEqual([
      'boundary-pad',
      'whole-entry',
      'untrusted',
    ]);
  });

  test('a picture is known again by what it asks', () => {
    const { analysis, shown } = opened(MIXED);
    for (const preset of SEVERAL_PRESETS.slice(0, 4)) {
      const panels = withPanels([], planOf(preset, analysis.machine, shown).panels);
      expect(presetShown(analysis.machine, shown, panels)).toBe(preset);
      expect(presetShown(analysis.machine, shown, panels.slice(1))).toBeNull();
    }
  });
});

describe('the panels', () => {
  const { off, strict, software } = SEVERAL_CHIPS;

  test('a press adds a condition, another takes it out; ids are never used twice at once', () => {
    const one = toggled([], off.panel);
    const two = toggled(one, strict.panel);
    expect(two.map(({ id }) => id)).toEqual(['p1', 'p2']);
    const without = toggled(two, off.panel);
    expect(without.map(({ title }) => title)).toEqual(['Translating']);
    expect(toggled(without, software.panel).map(({ id }) => id)).toEqual(['p2', 'p3']);
    expect(withPanels(two, [off.panel]).map(({ id }) => id)).toEqual(['p3']);
  });

  test('six fit', () => {
    const six = withPanels(
      [],
      Object.values(SEVERAL_CHIPS).map(({ panel }) => panel),
    );
    expect(six).toHaveLength(6);
    expect(toggled(six, software.panel)).toBe(six);
  });

  test('a title makes no difference, a list does', () => {
    expect(isLike(off.panel, { ...off.panel, title: 'another' })).toBe(true);
    expect(isLike(off.panel, { ...off.panel, part: 'ram' })).toBe(false);
  });

  test.each([
    [1, 300, 1],
    [2, 1100, 2],
    [3, 1400, 3],
    [3, 1100, 2],
    [4, 1400, 2],
    [4, 1900, 4],
    [6, 1400, 3],
    [6, 700, 1],
  ])('%i in %i pixels: %i in a row', (count, width, columns) => {
    expect(severalColumns(count, width)).toBe(columns);
  });

  test('redirection is taken out of the command line, or asked away for every port', () => {
    const given = 'quiet pci=noats,disable_acs_redir=03:00.0;04:00.0 pci=disable_acs_redir=pci:1:2';
    expect(withRedirect(given, 'on')).toBe('quiet pci=noats');
    expect(withRedirect(given, 'off')).toBe('quiet pci=noats pci=disable_acs_redir=pci:0:0');
  });

  test('what differs is told by what comes out, then question by question', () => {
    const { reports } = mappedBy('Off, translating, redirected', MIXED);
    const { summary, rows } = severalDifferences(reports);
    expect(summary).toMatch(/^Outputs: 5, 3 and 1\. Also different: who maps, spaces, IOVA range/);
    expect(rows.find(({ what }) => what === 'What comes back')?.words).toEqual([
      '5 outputs',
      '3 outputs',
      '1 output',
    ]);
    const [one] = reports;
    expect(severalDifferences(one ? [one, one] : []).summary).toBe('Nothing differs.');
  });
});
