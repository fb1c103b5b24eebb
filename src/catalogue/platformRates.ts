import type { Source } from './figure.ts';
import { known } from './known.ts';

/*
 * What root complexes and socket links were seen to pass, payload in bytes/s one way. Nobody states these
 * figures, so each is a measurement, and each names the rows that it was taken from: what is computed with
 * it is no evidence for those.
 */

/** From the root ports of one die to another's; two Radeon MI25, one copying to the other. */
export const NAPLES_FORWARDING = known(7.05e9, {
  title: 'ROCmValidationSuite issue 427: two MI25 of an EPYC 7261 reach 7.05 GB/s through the CPU',
  url: 'https://github.com/ROCm/ROCmValidationSuite/issues/427',
  quality: 'measured',
  rows: ['mi25-naples'],
} satisfies Source);

/** Three drives to a GPU; to host memory the same drives reached 9.4 GB/s. */
export const BROADWELL_FORWARDING = known(7.1e9, {
  title: 'NVIDIA forum, P2P DMA through one Xeon E5-2650 v4: three drives to a GPU reach 7.1 GB/s',
  url: 'https://forums.developer.nvidia.com/t/p2p-dma-performance-limitation-where-a-single-cpu-is-invoked/55564',
  quality: 'measured',
  rows: ['kaigai-3ssd'],
} satisfies Source);

/**
 * Four drives to a GPU: 45.2 GB/s of payload, while the GPU counted 1.28 times as many bytes on its link,
 * as writes of 64 bytes have with their headers. An inference: nobody saw the packets.
 */
export const SAPPHIRE_RAPIDS_PAYLOAD = known(64, {
  title: 'xNVMe, aisio: on Sapphire Rapids peer writes use the link as if cut into 64 bytes each',
  url: 'https://xnvme.io/aisio/experiments/pcie_saturation.html',
  quality: 'measured',
  rows: ['aisio-4nvme-h100'],
} satisfies Source);

/**
 * Peer writes between the sockets of EPYC servers, to each root port: Turin with switches, one flow, and
 * two of 80.2 together; Genoa; Turin. Boards differ in how many links join the sockets, and how fast.
 */
export const ZEN_SOCKET_PEER_ROWS: readonly { readonly row: string; readonly rate: number }[] = [
  { row: 'asus-sys-uni', rate: 35.9e9 },
  { row: 'dual9374F-remote', rate: 39e9 },
  { row: 'asus-2flow-2uplinks', rate: 40.1e9 },
  { row: 'dualturin-remote', rate: 50.97e9 },
];

/** The median of these rows. */
export const ZEN_SOCKET_PEERS = known(39.55e9, {
  title:
    'voipmonitor/rtx6kpro wiki: writes to a GPU of the other socket, 36 to 51 GB/s on four EPYC servers',
  url: 'https://github.com/voipmonitor/rtx6kpro/blob/master/hardware/pcie-bandwidth.md',
  quality: 'measured',
  rows: ZEN_SOCKET_PEER_ROWS.map(({ row }) => row),
} satisfies Source);

/** Stated by the maker for all sources together; not for which generation of the link. */
export const VERA_SOCKET_PEERS = known(54e9, {
  title: 'NVIDIA, Vera performance tuning guide: writes of the other socket into one x16 device',
  url: 'https://docs.nvidia.com/dccpu/vera-perf-tuning-guide/optimize-io-perf.html',
  quality: 'datasheet',
  rows: ['vera-xsocket'],
} satisfies Source);

/** Eight GPUs below two root ports of one quadrant; below two quadrants they reach twice the links. */
export const QUADRANT_TO_MEMORY = known(72.89e9, {
  title:
    'voipmonitor/rtx6kpro wiki: two x16 uplinks of one quadrant of a 7955WX write 72.9 GB/s to memory',
  url: 'https://github.com/voipmonitor/rtx6kpro/blob/master/hardware/wrx90-cpayne-8gpu-root-topology-comparison.md',
  quality: 'measured',
  rows: ['g16-d2h8-1root'],
} satisfies Source);
