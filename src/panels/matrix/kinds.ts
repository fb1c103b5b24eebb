import { DEVICE_KIND_WORDS, type DeviceKind } from '../../model/deviceKind.ts';

/** Rows and columns in this order: first what takes part in peer-to-peer DMA. */
export const KIND_ORDER: readonly DeviceKind[] = [
  'gpu',
  'nic',
  'nvme',
  'accelerator',
  'storage',
  'display',
  'usb',
  'audio',
  'serial-bus',
  'bridge',
  'other',
];

/** Beside each address; the full words are in the tooltip. */
export const KIND_TAGS: Readonly<Record<DeviceKind, string>> = {
  gpu: 'GPU',
  nic: 'NIC',
  nvme: 'NVMe',
  accelerator: 'Accel.',
  storage: 'Storage',
  display: 'Display',
  usb: 'USB',
  audio: 'Audio',
  'serial-bus': 'Serial',
  bridge: 'Bridge',
  other: 'Other',
};

/** "NVMe drives", "Storage controllers": at the beginning of a line. */
export function kindTitle(kind: DeviceKind): string {
  const { many } = DEVICE_KIND_WORDS[kind];
  return many.charAt(0).toUpperCase() + many.slice(1);
}

const PEERS: readonly DeviceKind[] = ['gpu', 'nic', 'nvme', 'accelerator', 'storage'];

/**
 * What a matrix begins with: kinds that drivers let take part, or everything where there is none
 * of them. Bridges only when they were asked for.
 */
export function defaultKinds(
  present: Iterable<DeviceKind>,
  withBridges: boolean,
): ReadonlySet<DeviceKind> {
  const all = new Set(present);
  const peers = PEERS.filter((kind) => all.has(kind));
  const chosen = peers.length > 0 ? peers : [...all].filter((kind) => kind !== 'bridge');
  return new Set(withBridges && all.has('bridge') ? [...chosen, 'bridge'] : chosen);
}
