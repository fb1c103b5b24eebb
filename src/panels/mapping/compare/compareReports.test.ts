import { expect, test } from 'vitest';
import { settle } from '../../../build/settle.ts';
import { analyze } from '../../../engine/analyze.ts';
import { mapList } from '../../../engine/mapping/mapList.ts';
import { USUAL_MAPPING } from '../../../engine/mapping/mappingOptions.ts';
import { readSketch } from '../../../sketch/readSketch.ts';
import { choiceOf } from '../../beside/beside.ts';
import { compareEntries, compareReports, differenceWords } from './compareReports.ts';
import { mappedBeside } from './mappedBeside.ts';

const { machine } = readSketch(
  `kernel 6.12
iommu intel strict
acs as-is
host h0 emerald-rapids
  rp0: port
    sw0: switch pex89104
      nic0: nic connectx7
      nvme0: nvme cmb=64K
list L on nic0: ram 0x10000000+4K, ram 0x20000000+4K, nvme0+0+8K, ram 0x30000000+8K
`,
  null,
);
const analysis = analyze(settle(machine).machine);
const [list] = analysis.machine.workload.scatterlists;

function report(mode: 'off' | 'strict' | null) {
  if (!list) throw new Error('no list');
  const choice = { kernel: null, mode, options: USUAL_MAPPING };
  const { conditions, options } = mappedBeside(choice, analysis.conditions);
  return mapList(analysis, { list, options, conditions });
}

test('two answers on one list, question by question', () => {
  const rows = compareReports(report(null), report('off'));
  const about = (what: string) => rows.find((row) => row.what === what);
  expect(about('What comes back')).toMatchObject({ here: '3 outputs', there: '4 outputs' });
  expect(about('Spaces')).toMatchObject({
    here: '2 × IOVA, 1 × bus address',
    there: '3 × physical, 1 × bus address',
    isSame: false,
  });
  expect(about('What is wrong')).toMatchObject({ here: 'nothing', isSame: true });
});

test('entries that go another way are told one by one', () => {
  const { rows, alike } = compareEntries(report(null), report('off'));
  expect(rows.map(({ what }) => what)).toEqual(['Entry 1', 'Entry 2', 'Entry 4']);
  // The peer's memory has its bus address either way.
  expect(alike).toBe(1);
  expect(rows[1]?.here).toMatch(/^IOVA 0xffff\w+$/);
});

test('the same beside itself differs in nothing', () => {
  const rows = compareReports(report(null), report('strict'));
  expect(differenceWords(rows)).toBe('Nothing differs.');
  expect(compareEntries(report(null), report('strict')).rows).toEqual([]);
});

test('what is chosen is read back from the question', () => {
  const choice = { kernel: null, mode: 'off', options: USUAL_MAPPING } as const;
  const beside = mappedBeside(choice, analysis.conditions);
  expect(beside.title).toBe('IOMMU off');
  expect(choiceOf(beside)).toEqual(choice);
});
