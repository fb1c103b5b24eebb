import type { ContextLine } from './contextLines.ts';
import type { Evidence, Fact } from './evidence.ts';

const INTEL: Fact = { kind: 'iommu-hardware', hardware: 'intel', certain: true };
const AMD: Fact = { kind: 'iommu-hardware', hardware: 'amd', certain: true };
const USED: Fact = { kind: 'iommu-state', state: 'used' };
const FORCED_STRICT: Fact = { kind: 'iommu-state', state: 'forced-strict' };
const STRICT: Fact = { kind: 'iommu-state', state: 'policy', policy: 'strict' };
const LAZY: Fact = { kind: 'iommu-state', state: 'policy', policy: 'lazy' };
const TRANSLATED: Fact = { kind: 'iommu-state', state: 'translated' };
const PASSTHROUGH: Fact = { kind: 'iommu-state', state: 'passthrough' };
const CONTEXT: Fact = { kind: 'context' };

/**
 * Log lines about the IOMMU and what each proves; the first that matches counts. Sources:
 * drivers/iommu/intel, drivers/iommu/amd, drivers/iommu/iommu.c of 4.19 to 7.1, with older wordings
 * where they differ.
 *
 * Traps: `intel_iommu=on` makes the kernel print `DMAR: IOMMU enabled` on AMD machines too, and
 * `amd_iommu_v2` (which amdgpu loads) says `AMD-Vi: AMD IOMMUv2 …` on Intel ones. The default domain
 * type is printed without any IOMMU. A DMAR table alone does not mean that VT-d is switched on.
 */
const LINES: ReadonlyArray<readonly [RegExp, readonly Fact[]]> = [
  // Intel VT-d.
  [/^(?:DMAR|PCI-DMA): Intel\(R\) Virtualization Technology for Directed I\/O/, [INTEL, USED]],
  [
    /^(?:DMAR: IOMMU|Intel-IOMMU:) enabled/,
    [{ kind: 'iommu-hardware', hardware: 'intel', certain: false }],
  ],
  [
    /^(?:DMAR: IOMMU|Intel-IOMMU:) disabled/,
    [{ kind: 'iommu-state', state: 'off', hardware: 'intel' }],
  ],
  [/^DMAR: IOMMU batching disallowed due to virtualization/, [INTEL, USED, FORCED_STRICT]],
  [/^DMAR: Disable batched IOTLB flush due to virtualization/, [INTEL, FORCED_STRICT]],
  [/^(?:DMAR|Intel-IOMMU): disable batched IOTLB flush/i, [STRICT]],
  [/^DMAR: (?:No DMAR devices found|Unknown option)/, [CONTEXT]],
  [/^ACPI: (?:DMAR (?:0x)?[0-9a-f]{8}|Reserving DMAR table)/i, [INTEL]],
  [/^DMAR(?:-IR)?: /, [INTEL]],

  // AMD-Vi.
  [/^AMD-Vi: (?:AMD IOMMUv2|Unknown option)/, [CONTEXT]],
  [/^AMD-Vi: AMD IOMMU disabled/, [AMD, { kind: 'iommu-state', state: 'off', hardware: 'amd' }]],
  [/^AMD-Vi: Using strict mode due to virtualization/, [AMD, USED, FORCED_STRICT]],
  [/^AMD-Vi: Lazy IO\/TLB flushing enabled/, [AMD, USED, LAZY]],
  [/^AMD-Vi: IO\/TLB flush on unmap enabled/, [AMD, USED, STRICT]],
  [/^AMD-Vi: Initialized for Passthrough Mode/, [AMD, USED, PASSTHROUGH]],
  [
    /^AMD-Vi: (?:Found|Enabling) IOMMU|^AMD-Vi: Extended features|^perf\/amd_iommu: Detected AMD IOMMU/,
    [AMD, USED],
  ],
  [/^ACPI: (?:IVRS (?:0x)?[0-9a-f]{8}|Reserving IVRS table)/i, [AMD]],
  [/^AMD-Vi: /, [AMD]],

  // The others.
  [/^arm-smmu(?:-v3)?[ :]/, [{ kind: 'iommu-hardware', hardware: 'smmu', certain: true }, USED]],
  [/^virtio_iommu virtio\d/, [{ kind: 'iommu-hardware', hardware: 'virtio', certain: true }, USED]],
  [/^ACPI: VIOT 0x/, [{ kind: 'iommu-hardware', hardware: 'virtio', certain: true }]],
  [
    /^(?:riscv[,-]iommu|apple-dart)\S{0,40} /,
    [{ kind: 'iommu-hardware', hardware: 'other', certain: true }, USED],
  ],

  // The common layer.
  [/^iommu: Default domain type: Passthrough/, [PASSTHROUGH]],
  [/^iommu: Default domain type: Translated/, [TRANSLATED]],
  [/^iommu: DMA domain TLB invalidation policy: strict mode/, [TRANSLATED, STRICT]],
  [/^iommu: DMA domain TLB invalidation policy: lazy mode/, [TRANSLATED, LAZY]],
  [/^\S{1,40} \S{1,40}: Adding to iommu group \d/, [USED]],
  [/^iommu: Adding device \S{1,40} to group \d/, [USED]],
];

/** `pci 0000:00:00.2: AMD-Vi: Found IOMMU cap 0x40`: the device that says it is of no interest. */
const withoutDevice = (message: string): string =>
  message.replace(/^pci [0-9a-f]{4,8}:[0-9a-f]{2}:[0-9a-f]{2}\.[0-7]: (?=AMD-Vi: )/, '');

export function findIommu(lines: readonly ContextLine[]): readonly Evidence[] {
  return lines.flatMap((line) => {
    const message = withoutDevice(line.message);
    const known = LINES.find(([pattern]) => pattern.test(message));
    const facts = known ? known[1] : [];
    return facts.map((fact) => ({ ...fact, line: line.number, source: "the kernel's log" }));
  });
}
