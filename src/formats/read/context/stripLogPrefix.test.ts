import { expect, test } from 'vitest';
import { stripLogPrefix } from './stripLogPrefix.ts';

test.each([
  ['[    0.478320] DMAR: IOMMU enabled', 'DMAR: IOMMU enabled'],
  ['<6>[    0.478320] DMAR: IOMMU enabled', 'DMAR: IOMMU enabled'],
  ['[ 3404.093354][    T1] AMD-Vi: X2APIC enabled', 'AMD-Vi: X2APIC enabled'],
  ['[Thu Nov 21 12:00:01 2024] DMAR: IOMMU enabled', 'DMAR: IOMMU enabled'],
  ['kern  :info  : [    0.478320] DMAR: IOMMU enabled', 'DMAR: IOMMU enabled'],
  ['2024-11-21T12:00:01,478320+01:00 DMAR: IOMMU enabled', 'DMAR: IOMMU enabled'],
  ['Nov 21 12:00:01 box kernel: DMAR: IOMMU enabled', 'DMAR: IOMMU enabled'],
  ['Nov  1 12:00:01 box kernel: [    0.478320] DMAR: IOMMU enabled', 'DMAR: IOMMU enabled'],
  ['2024-11-21T12:00:01.478320+01:00 box kernel: DMAR: IOMMU enabled', 'DMAR: IOMMU enabled'],
  ['[    6.426824] kernel: DMAR: IOMMU enabled', 'DMAR: IOMMU enabled'],
])('%s', (text, message) => {
  expect(stripLogPrefix(text)).toEqual({ message, logged: true });
});

test.each(['Linux box 6.1.0 #1 SMP x86_64', '[10de:1c02] 03:00.0', '2024-11-21', ''])(
  'leaves “%s” alone',
  (text) => {
    expect(stripLogPrefix(text)).toEqual({ message: text, logged: false });
  },
);
