import { expect, test } from 'vitest';
import { findIommu } from './findIommu.ts';
import { found } from './textLines.testkit.ts';

/** `intel`, `intel?` (weak), or the state, one word for each fact. */
const facts = (text: string) =>
  found(findIommu, text).map((one) => {
    if (one.kind === 'iommu-hardware') return one.certain ? one.hardware : `${one.hardware}?`;
    if (one.kind !== 'iommu-state') return one.kind;
    return one.state === 'policy' ? one.policy : one.state;
  });

test.each([
  ['ACPI: DMAR 0x000000002FFE2482 000070 (v01 BOCHS  BXPC     00000001 BXPC 00000001)', 'intel'],
  ['ACPI: Reserving DMAR table memory at [mem 0x2ffe2549-0x2ffe25b8]', 'intel'],
  ['DMAR: Host address width 39', 'intel'],
  ['DMAR-IR: Enabled IRQ remapping in xapic mode', 'intel'],
  ['DMAR: IOMMU enabled', 'intel?'],
  ['Intel-IOMMU: enabled', 'intel?'],
  ['DMAR: IOMMU disabled', 'off'],
  ['DMAR: Intel(R) Virtualization Technology for Directed I/O', 'intel used'],
  ['PCI-DMA: Intel(R) Virtualization Technology for Directed I/O', 'intel used'],
  ['DMAR: IOMMU batching disallowed due to virtualization', 'intel used forced-strict'],
  ['DMAR: Disable batched IOTLB flush', 'strict'],
  ['ACPI: IVRS 0x00000000AAEDA000 000040', 'amd'],
  ['pci 0000:00:00.2: AMD-Vi: Found IOMMU cap 0x40', 'amd used'],
  ['AMD-Vi: Extended features (0x29d3, 0x0): PreF PPR GT IA GA HE', 'amd used'],
  ['AMD-Vi: Using strict mode due to virtualization', 'amd used forced-strict'],
  ['AMD-Vi: Lazy IO/TLB flushing enabled', 'amd used lazy'],
  ['AMD-Vi: IO/TLB flush on unmap enabled', 'amd used strict'],
  ['AMD-Vi: Initialized for Passthrough Mode', 'amd used passthrough'],
  ['AMD-Vi: AMD IOMMU disabled on kernel command-line', 'amd off'],
  ['AMD-Vi: Disabling interrupt remapping', 'amd'],
  ['perf/amd_iommu: Detected AMD IOMMU #0 (2 banks, 4 counters/bank).', 'amd used'],
  ['arm-smmu-v3 arm-smmu-v3.0.auto: ias 44-bit, oas 44-bit (features 0x00001fef)', 'smmu used'],
  ['arm-smmu 12c00000.iommu: probing hardware configuration...', 'smmu used'],
  ['virtio_iommu virtio0: input address: 64 bits', 'virtio used'],
  ['riscv,iommu 10300000.iommu: iommu cap', 'other used'],
  ['iommu: Default domain type: Passthrough (set via kernel command line)', 'passthrough'],
  ['iommu: Default domain type: Translated ', 'translated'],
  ['iommu: DMA domain TLB invalidation policy: lazy mode ', 'translated lazy'],
  ['iommu: DMA domain TLB invalidation policy: strict mode', 'translated strict'],
  ['pci 0000:00:01.0: Adding to iommu group 0', 'used'],
  ['iommu: Adding device 0000:00:01.0 to group 0', 'used'],
])('%s', (text, expected) => {
  expect(facts(`[    0.1] ${text}`).join(' ')).toBe(expected);
});

test.each([
  // Printed on Intel machines by a module that amdgpu loads.
  'AMD-Vi: AMD IOMMUv2 functionality not available on this system - This is not a bug.',
  'AMD-Vi: AMD IOMMUv2 driver by Joerg Roedel <jroedel@suse.de>',
  // Printed for amd_iommu=on, whatever the machine.
  "AMD-Vi: Unknown option - 'on'",
  'you want to see DMAR: IOMMU enabled',
  'arm-smmu.disable_bypass=0',
])('“%s” proves nothing', (text) => {
  expect(facts(text)).toEqual([]);
});
