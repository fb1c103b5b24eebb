/** What an empty text offers to begin with: one switch, two cards, a network adapter, one flow. */
export const EXAMPLE_TEXT = `# One socket: two GPUs and a network adapter behind a switch.
machine "My server"
kernel 6.12
iommu intel

socket 0
  host h0
    rp0: port gen5 x16
      sw0: switch gen5 x16
        gpu0: gpu gen5 x16
        gpu1: gpu gen5 x16
        nic0: nic gen5 x16
    rp1: port gen4 x4
      nvme0: nvme gen4 x4 cmb=1G   # memory that others may reach

flow f0: gpu0 -> gpu1 write
`;
