import type { Source } from './figure.ts';
import { known } from './known.ts';
import type { SlotPart } from './part.ts';
import { CONVENTION } from './sources.ts';

const CEM: Source = {
  title: 'PCI Express Card Electromechanical Specification',
  url: null,
  quality: 'specification',
};
const M2: Source = {
  title: 'PCI Express M.2 Specification, key M',
  url: null,
  quality: 'specification',
};
const SFF_8639: Source = {
  title: 'SFF-8639 and PCI Express SFF-8639 Module Specification (U.2)',
  url: null,
  quality: 'specification',
};
const EDSFF: Source = {
  title: 'SFF-TA-1006 and SFF-TA-1008 (EDSFF E1.S and E3), with the connector of SFF-TA-1002',
  url: null,
  quality: 'specification',
};
const OCP: Source = {
  title: 'OCP NIC 3.0 Design Specification, small form factor: 4C+ connector',
  url: 'https://www.opencompute.org/wiki/Server/NIC',
  quality: 'specification',
};
const MCIO: Source = {
  title: 'SFF-TA-1016 (MCIO), eight lanes',
  url: null,
  quality: 'specification',
};

/** Any halving: boards differ in what their firmware offers. */
const OF_16 = known([[16], [8, 8], [8, 4, 4], [4, 4, 8], [4, 4, 4, 4]], CONVENTION);
const OF_8 = known([[8], [4, 4]], CONVENTION);
const OF_4 = known([[4]], CONVENTION);

interface Row {
  readonly id: string;
  readonly title: string;
  readonly aliases?: readonly string[];
  readonly note: string;
  readonly lanes: number;
  readonly source: Source;
  readonly bifurcations: SlotPart['bifurcations'];
}

const ROWS: readonly Row[] = [
  {
    id: 'slot',
    title: 'Generic slot',
    note: 'Sixteen lanes, divided as the line says.',
    lanes: 16,
    source: CONVENTION,
    bifurcations: OF_16,
  },
  {
    id: 'x16',
    title: 'x16 slot',
    aliases: ['pcie-x16'],
    note: 'A card slot with sixteen lanes.',
    lanes: 16,
    source: CEM,
    bifurcations: OF_16,
  },
  {
    id: 'x8',
    title: 'x8 slot',
    aliases: ['pcie-x8'],
    note: 'A card slot with eight lanes.',
    lanes: 8,
    source: CEM,
    bifurcations: OF_8,
  },
  {
    id: 'x4',
    title: 'x4 slot',
    aliases: ['pcie-x4'],
    note: 'A card slot with four lanes.',
    lanes: 4,
    source: CEM,
    bifurcations: OF_4,
  },
  {
    id: 'x1',
    title: 'x1 slot',
    aliases: ['pcie-x1'],
    note: 'A card slot with one lane.',
    lanes: 1,
    source: CEM,
    bifurcations: known([[1]], CONVENTION),
  },
  {
    id: 'riser-x16',
    title: 'Riser with one x16 slot',
    aliases: ['x16-riser'],
    note: 'Passes sixteen lanes of a board connector on.',
    lanes: 16,
    source: CEM,
    bifurcations: OF_16,
  },
  {
    id: 'riser-x8x8',
    title: 'Riser with two x8 slots',
    note: 'Divides sixteen lanes of a board connector; firmware must divide the port as well.',
    lanes: 16,
    source: CEM,
    bifurcations: known([[8, 8]], CONVENTION),
  },
  {
    id: 'carrier-4m2',
    title: 'Carrier of four M.2 drives',
    aliases: ['4xM.2'],
    note: 'A card without a switch: the slot must be divided 4x4x4x4.',
    lanes: 16,
    source: CEM,
    bifurcations: known([[4, 4, 4, 4]], CONVENTION),
  },
  {
    id: 'm2',
    title: 'M.2 (key M)',
    aliases: ['M.2'],
    note: 'Four lanes at most.',
    lanes: 4,
    source: M2,
    bifurcations: OF_4,
  },
  {
    id: 'u2',
    title: 'U.2 bay',
    aliases: ['U.2', 'U.3', 'SFF-8639'],
    note: 'Four lanes, or two for each of two hosts.',
    lanes: 4,
    source: SFF_8639,
    bifurcations: known([[4], [2, 2]], SFF_8639),
  },
  {
    id: 'e1s',
    title: 'E1.S bay',
    aliases: ['E1.S'],
    note: 'Four lanes; eight where the long connector is used.',
    lanes: 4,
    source: EDSFF,
    bifurcations: OF_4,
  },
  {
    id: 'e3s',
    title: 'E3.S bay',
    aliases: ['E3.S'],
    note: 'Four lanes; more where the longer connectors are used.',
    lanes: 4,
    source: EDSFF,
    bifurcations: OF_4,
  },
  {
    id: 'ocp3',
    title: 'OCP NIC 3.0 slot',
    aliases: ['OCP 3.0', 'ocp-nic-3'],
    note: 'Sixteen lanes, for one host or up to four.',
    lanes: 16,
    source: OCP,
    bifurcations: known([[16], [8, 8], [4, 4, 4, 4]], OCP),
  },
  {
    id: 'mcio-x8',
    title: 'MCIO x8 connector',
    aliases: ['MCIO', 'mcio-8i'],
    note: 'A cable with eight lanes; two of them make a x16 link.',
    lanes: 8,
    source: MCIO,
    bifurcations: OF_8,
  },
];

/** Slots and connectors of boards. */
export const SLOTS: readonly SlotPart[] = ROWS.map((row) => ({
  kind: 'slot',
  id: row.id,
  title: row.title,
  aliases: row.aliases ?? [],
  note: row.note,
  lanes: known(row.lanes, row.source),
  bifurcations: row.bifurcations,
}));
