import type { Rule } from './rule.ts';

/** Rows of the table of rules: how many bytes a second, and what limits them. */
export const THROUGHPUT_RULES = {
  lineCoding: {
    id: 'line-coding',
    title: 'What line code, SKP, framing and flits leave of a link’s bits',
    file: 'link/lineCoding.ts',
    known: 'specification',
    source:
      'PCI Express base specification 4.2.2 and 4.2.7 (8b/10b, 128b/130b, SKP), 3.5 and 3.6 (TLP and DLLP framing); 6.0, 4.2.3 (flits)',
  },
  negotiatedRate: {
    id: 'negotiated-rate',
    title: 'How a link runs, by what its two ends show',
    file: 'link/negotiatedRate.ts',
    known: 'specification',
    source: 'PCI Express base specification 7.5.3.6 and 7.5.3.8 (link capabilities and status)',
  },
  linksOf: {
    id: 'links',
    title: 'Which links a machine has',
    file: 'link/linksOf.ts',
    known: 'specification',
    source: 'PCI Express base specification 1.3 (a port, a link, what is plugged into it)',
  },
  rawRate: {
    id: 'raw-rate',
    title: 'Bytes a second after line code: rate, lanes, coding',
    file: 'link/rawRate.ts',
    known: 'specification',
    source: 'PCI Express base specification 1.2',
  },
  tlpOverhead: {
    id: 'tlp-overhead',
    title: 'Bytes of a TLP beside its data: header by address, ECRC, framing',
    file: 'link/tlpBytes.ts',
    known: 'specification',
    source: 'PCI Express base specification 2.2.4.1, 2.2.9 and 2.7.1',
  },
  splitTransfer: {
    id: 'split-transfer',
    title: 'Into which TLPs a transfer is cut: payload, read request, 4 KiB, completion boundary',
    file: 'link/splitTransfer.ts',
    known: 'specification',
    source: 'PCI Express base specification 2.2.7 and 2.3.1.1',
  },
  linkFigures: {
    id: 'link-figures',
    title: 'Payload of one link with nothing else in the way: the fuller direction decides',
    file: 'link/linkFigures.ts',
    known: 'specification',
    source:
      'arithmetic on the packets of a transfer; Neugebauer and others, Understanding PCIe performance for end host networking, SIGCOMM 2018, section 3',
  },
  pcieModelFigures: {
    id: 'pcie-model',
    title: 'The published pcie-model, with its intervals, for comparison',
    file: 'link/pcieModel/pcieModelFigures.ts',
    known: 'source',
    source:
      'pcie-bench/pcie-model (Apache-2.0), 40703cfeb6c7, its 1,882 rows computed by running it',
  },
  ackLatencyLimit: {
    id: 'ack-latency-limit',
    title: 'How long an ACK, or credits given back, may wait',
    file: 'link/pcieModel/ackLatencyLimit.ts',
    known: 'specification',
    source: 'PCI Express base specification 3.0, 3.5.3.1 with tables 3-7 to 3-9, and 2.6.1.2',
  },
  streamSizes: {
    id: 'stream-sizes',
    title:
      'Payload, read request, boundary and tags that a flow goes by, from registers on its way',
    file: 'flows/limits/sizesOf.ts',
    known: 'specification',
    source:
      'PCI Express base specification 7.5.3.4 (Max_Payload_Size, Max_Read_Request_Size, Extended Tags), 7.5.3.7 (RCB) and 2.2.6.2 (ten-bit tags)',
  },
  latency: {
    id: 'latency',
    title:
      'When the first byte is there: switches, root complexes, sockets, what is stored, the end',
    file: 'flows/limits/latencyOf.ts',
    known: 'measured',
    source:
      'PEX 8747 product brief; pcie-bench/data (memory, QPI); voipmonitor/rtx6kpro wiki (root complex, xGMI); gdrcopy README (loads)',
  },
  tags: {
    id: 'tags',
    title: 'Reads under way: tags times a request in each round trip',
    file: 'flows/limits/tagLimit.ts',
    known: 'measured',
    source:
      'PCI Express base specification 2.2.6.2; pcie-bench/data (32 tags, 62.5 million reads a second)',
  },
  credits: {
    id: 'credits',
    title: 'Buffers of receivers: credits times payload in each loop',
    file: 'flows/limits/creditLimit.ts',
    known: 'specification',
    source: 'PCI Express base specification 2.6.1; how many credits ports give is assumed',
  },
  iotlb: {
    id: 'iotlb',
    title: 'What misses in the IOTLB goes as fast as tables are walked',
    file: 'flows/limits/iotlb.ts',
    known: 'measured',
    source: 'pcie-bench/data, reads and writes of 64 bytes over windows of 4 KB to 64 MB',
  },
  cpuAccess: {
    id: 'cpu-access',
    title: 'Which TLPs loads and stores become: UC a word each, WC a line, WB none of a BAR',
    file: 'flows/limits/cpuAccess.ts',
    known: 'measured',
    source:
      'Intel 64 and IA-32 Architectures Software Developer’s Manual, volume 3, 13.3 (memory types); gdrcopy README (rates)',
  },
  platformCaps: {
    id: 'platform-caps',
    title: 'What root complexes, links between sockets and conventional buses pass',
    file: 'flows/caps.ts',
    known: 'measured',
    source:
      'src/catalogue/platformRates.ts, each figure with its source and the rows it was taken from',
  },
  conventionalBus: {
    id: 'conventional-bus',
    title: 'All below a bridge to conventional PCI share one bus, both ways together',
    file: 'flows/capsOfBuses.ts',
    known: 'specification',
    source: 'PCI Local Bus Specification 3.0: 32 bits at 33 MHz where no register shows more',
  },
  platformOfHost: {
    id: 'platform-of-host',
    title: 'Which platform of the catalogue a host bridge is: its ports’ ids, its first device’s',
    file: 'flows/platformOfHost.ts',
    known: 'specification',
    source: 'PCI Local Bus Specification 3.0, 6.2.1 (vendor and device id); ids from src/catalogue',
  },
  queueDepth: {
    id: 'queue-depth',
    title: 'Transfers under way: each its latency, then its bytes at the slowest link’s pace',
    file: 'flows/limits/queueLimit.ts',
    known: 'specification',
    source: 'Little’s law over the latency of this table; what a device takes is not in it',
  },
  flowWarnings: {
    id: 'flow-warnings',
    title: 'What was seen to do worse than computed, and what could be set better',
    file: 'flows/warnings.ts',
    known: 'measured',
    source: 'each warning names its source (warningsSeen.ts, warningsOfSettings.ts)',
  },
  flowMoves: {
    id: 'flow-moves',
    title: 'Who moves the bytes of a flow: the engine at an end, a third one, a processor',
    file: 'flows/plan/moves.ts',
    known: 'specification',
    source:
      'PCI Express base specification 2.2.7 (requests go by address; only a requester begins)',
  },
  flowGroups: {
    id: 'flow-groups',
    title: 'Which flows a collective or a pipeline of NVMe over Fabrics consists of',
    file: 'flows/plan/groupFlows.ts',
    known: 'source',
    source:
      'nvmet_rdma_map_sgl_keyed() and nvmet_req_alloc_p2pmem_sgls(), drivers/nvme/target, Linux 4.20 to 7.0',
  },
  flowPeerWays: {
    id: 'flow-peer-ways',
    title: 'The way of a flow between peers: that of the address which Linux programs',
    file: 'flows/plan/peerWays.ts',
    known: 'specification',
    source: 'the walks of the fabric rules, PCI Express base specification 2.2.4, 2.4 and 6.12',
  },
  flowMemoryWays: {
    id: 'flow-memory-ways',
    title: 'The way of a flow to host memory, of this socket or another one',
    file: 'flows/plan/memoryWays.ts',
    known: 'specification',
    source:
      'PCI Express base specification 1.3.1; IOVAs below 4 GiB first: iommu_dma_alloc_iova(), drivers/iommu/dma-iommu.c, Linux 4.20 to 7.0',
  },
  flowCpuWays: {
    id: 'flow-cpu-ways',
    title: 'The way of a processor’s loads and stores, from the root complex down',
    file: 'flows/plan/cpuWays.ts',
    known: 'specification',
    source: 'PCI Express base specification 1.3.1',
  },
  flowListWays: {
    id: 'flow-list-ways',
    title: 'The ways to the memory of a mapped list, by the bytes of each target',
    file: 'flows/plan/listWays.ts',
    known: 'source',
    source: 'the mapping of the list: dma_map_sgtable(), kernel/dma/mapping.c, Linux 4.20 to 7.0',
  },
  redirecting: {
    id: 'acs-redirect-what-if',
    title: 'What if ports redirected peer traffic to the root, or none did',
    file: 'flows/plan/redirecting.ts',
    known: 'specification',
    source: 'PCI Express base specification 7.7.11 (ACS capability and control)',
  },
  flowLoads: {
    id: 'flow-loads',
    title: 'What a stream costs each direction of each link: packets, headers, acknowledgements',
    file: 'flows/network/loads.ts',
    known: 'measured',
    source:
      'PCI Express base specification 2.2 and 3.5; one DLLP for each TLP: set on Gen5 x16 writes one way and both ways',
  },
  flowDemand: {
    id: 'flow-demand',
    title: 'How much more a link is asked for than it carries',
    file: 'flows/report/demandOf.ts',
    known: 'source',
    source: 'arithmetic: engines held back by links of their own and by limits of their own alone',
  },
  fluidShares: {
    id: 'fluid-shares',
    title: 'What streams get that share links: every arbiter goes round its inputs',
    file: 'throughput/solveFluid.ts',
    known: 'measured',
    source:
      'round robin by input port, PCI Express base specification 6.3.3 (VC0 arbitration); agrees within 0.2 % with a simulation of every packet',
  },
  arbiterTurns: {
    id: 'arbiter-turns',
    title: 'What an arbiter grants each input, and a port each of its streams, packet by packet',
    file: 'throughput/offerTurns.ts',
    known: 'specification',
    source:
      'round robin by input port, PCI Express base specification 6.3.3; uneven shares of asymmetric trees: US patent 11,537,548',
  },
  finishTogether: {
    id: 'finish-together',
    title: 'Transfers that begin together: those that are left speed up, until the last is there',
    file: 'throughput/finishTogether.ts',
    known: 'measured',
    source: 'how collectives are timed; all-to-all of 8 GPUs below two switches, 162 to 196 GB/s',
  },
  throughput: {
    id: 'throughput',
    title: 'What flows get, what holds them and what would be next',
    file: 'flows/throughput.ts',
    known: 'measured',
    source: 'public measurements of Gen5 rigs with several GPUs, docs/throughput-validation.md',
  },
} as const satisfies Record<string, Rule>;
