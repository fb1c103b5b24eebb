import { describe, expect, test } from 'vitest';
import { type DrawnReport, verifyDrawn } from './drawnCase.ts';
import { GOLDEN_PACKS, goldenReference, goldenTexts, readGolden } from './goldenCases.testkit.ts';
import { readDrawing } from './readDrawing.ts';
import type { CaseDrawing, TopologyNode } from './topologyForm.ts';

/*
 * What firmware and kernel made of 75 described machines, against what is made of the description
 * alone: parts of the catalogue, plugged together and numbered here. First the hardware, function by
 * function, then everything that the kernel decided.
 */

const drawings = new Map<string, { readonly functions: number; readonly virtual: number }>();
const topologies = new Set<string>();
const sums = { cases: 0, functions: 0, pairs: 0, hardware: 0, verdicts: 0 };

function drawingOf(text: string): CaseDrawing {
  const read = readDrawing(text, goldenReference);
  if (!read.ok) throw new Error(read.error.text);
  return read.value;
}

function sum(counts: Readonly<Record<string, number>>): number {
  return Object.values(counts).reduce((total, each) => total + each, 0);
}

const textsOf = (pack: (typeof GOLDEN_PACKS)[number]): readonly string[] => [
  ...goldenTexts(pack).values(),
];

describe.each(GOLDEN_PACKS)('drawn machines of %s', (pack) => {
  test('have the functions, numbers and verdicts of the real ones', { timeout: 300_000 }, () => {
    for (const text of textsOf(pack)) {
      const golden = readGolden(text);
      const drawing = drawingOf(text);
      const { hardware, verdicts } = verifyDrawn(golden, drawing);
      expect({ id: golden.input.id, differ: hardware.differences }).toEqual({
        id: golden.input.id,
        differ: [],
      });
      expect({ id: golden.input.id, differ: verdicts?.differences }).toEqual({
        id: golden.input.id,
        differ: [],
      });
      const { machine } = golden.input;
      topologies.add(drawing.topology.id);
      drawings.set(`${drawing.topology.id} ${drawing.options.iommuDevice ?? ''}`, {
        functions: machine.functions.length,
        virtual: machine.functions.filter((fn) => fn.physfn !== null).length,
      });
      sums.cases++;
      sums.functions += machine.functions.length;
      sums.pairs += verdicts?.checked.distances ?? 0;
      sums.hardware += sum(hardware.checked);
      sums.verdicts += verdicts ? sum(verdicts.checked) : 0;
    }
  });
});

test('as many as there are', () => {
  const machines = [...drawings.values()];
  expect({
    ...sums,
    topologies: topologies.size,
    machines: machines.length,
    functionsOfMachines: machines.reduce((total, each) => total + each.functions, 0),
    virtualOfMachines: machines.reduce((total, each) => total + each.virtual, 0),
  }).toEqual({
    cases: 1_796,
    // With an AMD IOMMU, six of the topologies are other machines.
    topologies: 75,
    machines: 81,
    functionsOfMachines: 1_356,
    virtualOfMachines: 12,
    // The same over all cases: what was compared.
    functions: 26_396,
    pairs: 436_632,
    hardware: 169_213,
    verdicts: 1_068_743,
  });
});

describe('a description of another machine is noticed', () => {
  const id = 's43-sriov-switch-acs.612-none';
  const text = goldenTexts('6.12').get(id) ?? '';
  const golden = readGolden(text);
  const drawing = drawingOf(text);
  const changed = (change: (node: TopologyNode, at: number) => Partial<TopologyNode>) => {
    const nodes = drawing.topology.nodes.map((node, at) => ({ ...node, ...change(node, at) }));
    return verifyDrawn(golden, { ...drawing, topology: { ...drawing.topology, nodes } });
  };
  const kinds = ({ hardware, verdicts }: DrawnReport) => [
    ...new Set([...hardware.differences, ...(verdicts?.differences ?? [])].map(({ kind }) => kind)),
  ];

  test('as it is, nothing differs', () => {
    expect(kinds(changed(() => ({})))).toEqual([]);
  });

  test.each<[string, Parameters<typeof changed>[0], string]>([
    ['a part less', ({ vfs }) => (vfs ? { vfs: vfs - 1 } : {}), 'functions'],
    ['another place', (_, at) => (at === 0 ? { slot: 9 } : {}), 'functions'],
    ['other ids', (_, at) => (at === 0 ? { ids: '8086:2030' } : {}), 'identities'],
    ['another capability', (_, at) => (at === 0 ? { acs: '1d' } : {}), 'ACS capabilities'],
    ['memory of another size', ({ cmbMb }) => (cmbMb ? { cmbMb: 2 * cmbMb } : {}), 'BARs'],
  ])('%s', (_, change, kind) => {
    expect(kinds(changed(change))).toContain(kind);
  });
});
