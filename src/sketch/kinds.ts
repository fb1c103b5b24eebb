import { withArticle } from '../base/article.ts';
import type { PartKind } from '../catalogue/part.ts';

/** The words that begin a node line. */
export const NODE_KINDS = [
  'socket',
  'host',
  'port',
  'switch',
  'bridge',
  'vmd',
  'gpu',
  'nvme',
  'nic',
  'fpga',
  'hfi',
  'card',
  'rciep',
  'ntb',
  'mgmt',
  'fn',
  'vf',
  'orphans',
] as const;
export type NodeKind = (typeof NODE_KINDS)[number];

/** What a line may stand below; `top`: not indented. */
export type Above = NodeKind | 'top';

export interface KindRow {
  readonly kind: NodeKind;
  /** A sentence for a list of choices. */
  readonly help: string;
  /** Below which lines it may stand. */
  readonly below: readonly Above[];
  /** Where its models come from; `null`: no model may follow. */
  readonly models: PartKind | null;
  /** What stands between the kind and its attributes. */
  readonly takes: 'model' | 'number' | 'host' | 'nothing';
}

/** Lines that a device may stand below. */
const OVER_DEVICES: readonly Above[] = ['host', 'port', 'switch', 'bridge', 'vmd', 'orphans'];

/** Devices: the kinds with functions and virtual functions below them. */
export const DEVICE_KINDS = [
  'gpu',
  'nvme',
  'nic',
  'fpga',
  'hfi',
  'card',
  'rciep',
  'ntb',
  'mgmt',
] as const satisfies readonly NodeKind[];

const device = (
  kind: (typeof DEVICE_KINDS)[number],
  help: string,
  below: readonly Above[] = OVER_DEVICES,
): KindRow => ({ kind, help, below, models: kind, takes: 'model' });

/** Every kind, in the order in which a chooser lists them. */
export const KINDS: readonly KindRow[] = [
  {
    kind: 'socket',
    help: 'A CPU package with its number, which is its NUMA node.',
    below: ['top'],
    models: null,
    takes: 'number',
  },
  {
    kind: 'host',
    help: 'A host bridge with a root bus: a platform of the catalogue, or the id of the first device on its bus.',
    below: ['top', 'socket'],
    models: 'host',
    takes: 'host',
  },
  {
    kind: 'port',
    help: 'A root port below a host; below a switch a downstream port that has something to say.',
    below: ['host', 'switch', 'vmd'],
    models: 'port',
    takes: 'model',
  },
  {
    kind: 'switch',
    help: 'A PCIe switch. Uplink figures, then what its downstream ports have.',
    below: OVER_DEVICES,
    models: 'switch',
    takes: 'model',
  },
  {
    kind: 'bridge',
    help: 'A bridge between PCIe and PCI, or any other function with a bus behind it.',
    below: OVER_DEVICES,
    models: 'bridge',
    takes: 'model',
  },
  {
    kind: 'vmd',
    help: "Intel's Volume Management Device: ports below it are in a domain of their own.",
    below: ['host', 'orphans'],
    models: 'vmd',
    takes: 'model',
  },
  device('gpu', 'A graphics or compute card.'),
  device('nvme', 'An NVMe drive.'),
  device('nic', 'A network adapter.'),
  device('fpga', 'A programmable card.'),
  device('hfi', 'A host fabric interface.'),
  device('card', 'Any other device.'),
  device('rciep', 'An endpoint inside the root complex.'),
  device('ntb', 'A non-transparent bridge.'),
  device('mgmt', "A switch's management function.", OVER_DEVICES),
  {
    kind: 'fn',
    help: 'A further function of the device above it, with its number.',
    below: [...DEVICE_KINDS, 'switch'],
    models: null,
    takes: 'number',
  },
  {
    kind: 'vf',
    help: 'That many virtual functions of the function above it.',
    below: [...DEVICE_KINDS, 'fn'],
    models: null,
    takes: 'number',
  },
  {
    kind: 'orphans',
    help: 'Functions of which nobody knows what is above them.',
    below: ['top'],
    models: null,
    takes: 'nothing',
  },
];

const BY_KIND = new Map<string, KindRow>(KINDS.map((row) => [row.kind, row]));

/** The row of a word; `undefined`: it is no kind. */
export function kindRow(word: string): KindRow | undefined {
  return BY_KIND.get(word);
}

const SPELT: ReadonlySet<string> = new Set(['nvme', 'fpga', 'hfi', 'rciep', 'ntb', 'fn']);

/** A kind in a sentence: `a gpu`, `an nvme`. Orphans are always several. */
export function kindWithArticle(kind: string): string {
  if (kind === 'orphans') return kind;
  return SPELT.has(kind) ? `an ${kind}` : withArticle(kind);
}

/** Kinds that may stand below that line. */
export function kindsBelow(above: Above): readonly KindRow[] {
  return KINDS.filter((row) => row.below.includes(above));
}
