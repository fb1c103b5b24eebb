import type { StartingPoint } from './startingPoint.ts';

/** Machines as sketches, to change into one's own. */
export const TEMPLATES = [
  {
    id: 'gpu-server',
    title: 'GPU server, two sockets, four switches',
    sentence:
      'Eight GPUs, each beside a NIC and a drive below its switch: within a switch traffic goes straight across, between switches it has to rise to the CPU.',
    file: 'gpu-server.sketch',
    pair: { provider: 'gpu1', client: 'gpu0' },
  },
  {
    id: 'nvmeof-target',
    title: 'NVMe-oF target with CMB drives',
    sentence:
      'Drives that lend their controller memory to a NIC beside them: data goes from network to drive without touching host memory.',
    file: 'nvmeof-target.sketch',
    pair: { provider: 'nvme0', client: 'nic0' },
  },
  {
    id: 'consumer-workstation',
    title: 'Workstation on consumer root ports',
    sentence:
      'Two GPUs on root ports of a client CPU: the kernel has no such host bridge on its list, and refuses what many systems could do.',
    file: 'consumer-workstation.sketch',
    pair: { provider: 'gpu0', client: 'gpu1' },
  },
  {
    id: 'jbof',
    title: 'JBOF with cascaded switches',
    sentence:
      'A shelf of drives behind two levels of switches: the longer the way round, the larger the distance by which a provider is chosen.',
    file: 'jbof.sketch',
    pair: { provider: 'nvme0', client: 'nic0' },
  },
  {
    id: 'vm-flat',
    title: 'Virtual machine with a flat tree',
    sentence:
      'A guest that sees its assigned devices side by side on one emulated root bus: nothing of the host’s switches is left to decide by.',
    file: 'vm-flat.sketch',
    pair: { provider: 'nvme0', client: 'nic0' },
  },
  {
    id: 'arm-server',
    title: 'ARM64 server with a window offset',
    sentence:
      'A server whose PCIe windows lie elsewhere on the bus than for the CPU: what a peer is told differs from what a driver writes to.',
    file: 'arm-server.sketch',
    pair: { provider: 'nvme0', client: 'nic0' },
  },
  {
    id: 'vmd-laptop',
    title: 'Laptop with drives behind VMD',
    sentence:
      'Intel’s Volume Management Device puts the drives into a domain of their own: two of them share a host bridge with nobody else.',
    file: 'vmd-laptop.sketch',
    pair: { provider: 'nvme0', client: 'nvme1' },
  },
  {
    id: 'mail-exposing-memory',
    title: '2016: RDMA into a card’s memory',
    sentence:
      'A card that offers its memory as a block device, and an RDMA NIC that writes into it, years before the kernel asked where the two are plugged in.',
    file: 'mail-exposing-memory.sketch',
    pair: { provider: 'iopmem1', client: 'nic0' },
  },
  {
    id: 'mail-bridge-shim',
    title: '2017: a capability of the bridge',
    sentence:
      'Could the bridge itself offer peer-to-peer, as VMD’s driver once answered for the devices behind it? Two bridges, and what each side is allowed.',
    file: 'mail-bridge-shim.sketch',
    pair: { provider: 'nvme0', client: 'nic0' },
  },
  {
    id: 'mail-hfi',
    title: '2018: an HFI beside the CMB',
    sentence:
      'Two clients below one switch, equally near to the memory. To PCI they are alike; the HFI is kept away one layer up, for a driver that maps by itself.',
    file: 'mail-hfi.sketch',
    pair: { provider: 'nvme0', client: 'hfi0' },
  },
  {
    id: 'mail-switch-or-root-ports',
    title: '2018: switches good, root ports bad?',
    sentence:
      'The same drive and NIC twice, below a switch and on two root ports, before there was a list of host bridges.',
    file: 'mail-switch-or-root-ports.sketch',
    pair: { provider: 'nvme2', client: 'nic1' },
  },
  {
    id: 'mail-virt-ops',
    title: '2020: who maps for a software device',
    sentence:
      'The last kernel with dma_virt_ops: an HFI is no client to it, and a NIC behind a translating IOMMU gets one address for many pages.',
    file: 'mail-virt-ops.sketch',
    pair: { provider: 'nvme0', client: 'hfi0' },
  },
] as const satisfies readonly StartingPoint[];
