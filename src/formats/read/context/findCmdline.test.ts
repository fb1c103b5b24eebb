import { describe, expect, test } from 'vitest';
import { findCmdline } from './findCmdline.ts';
import { found, prepared } from './textLines.testkit.ts';

const cmdlines = (text: string) =>
  found(findCmdline, text).flatMap((one) => (one.kind === 'cmdline' ? [one.text] : []));

const DEBIAN =
  'BOOT_IMAGE=/boot/vmlinuz-6.1.0-18-amd64 root=UUID=0c1d ro quiet intel_iommu=on iommu=pt';

describe('where parameters stand', () => {
  test.each([
    DEBIAN,
    `[    0.000000] Command line: ${DEBIAN}`,
    `[    0.074290] Kernel command line: ${DEBIAN}`,
    `# cat /proc/cmdline\n${DEBIAN}`,
  ])('%s', (text) => {
    expect(cmdlines(text)).toEqual([DEBIAN]);
  });

  test('without BOOT_IMAGE', () => {
    const text = 'console=ttyS0 quiet loglevel=3 panic=-1 nokaslr tsc=reliable intel_iommu=on';
    expect(cmdlines(text)).toEqual([text]);
  });

  test('what only a command before it tells', () => {
    expect(cmdlines('$ cat /proc/cmdline\nfoo.bar=1')).toEqual(['foo.bar=1']);
    expect(cmdlines('foo.bar=1')).toEqual([]);
  });
});

describe('broken lines', () => {
  test('as kernels from 6.19 on log them', () => {
    const text =
      'Kernel command line: loglevel=7 \\\nKernel command line: init=/sbin/init \\\nKernel command line: iommu=pt\nMemory: 1K';
    expect(cmdlines(text)).toEqual(['loglevel=7 init=/sbin/init iommu=pt']);
  });

  test('as a terminal breaks them', () => {
    const text = '$ cat /proc/cmdline\nBOOT_IMAGE=/vmlinuz ro\npci=disable_acs_redir=00:01.0\n$ ls';
    expect(cmdlines(text)).toEqual(['BOOT_IMAGE=/vmlinuz ro pci=disable_acs_redir=00:01.0']);
    expect(findCmdline(prepared(text)).map(({ line }) => line)).toEqual([2, 3]);
  });
});

test('the boot image hints at the release', () => {
  expect(found(findCmdline, DEBIAN)).toContainEqual(
    expect.objectContaining({ kind: 'kernel', release: '6.1.0-18-amd64', certain: false }),
  );
  expect(found(findCmdline, 'BOOT_IMAGE=/boot/vmlinuz-linux root=/dev/sda1 rw')).toHaveLength(1);
});

test.each([
  'I booted with intel_iommu=on iommu=pt and it worked',
  'iommu=pt, intel_iommu=on',
  'quiet please, everybody who is in the room',
  'Unknown kernel command line parameters "splash", will be passed to user space.',
  'GRUB_CMDLINE_LINUX_DEFAULT="quiet splash intel_iommu=on"',
])('“%s” is none', (text) => {
  expect(cmdlines(text)).toEqual([]);
});
