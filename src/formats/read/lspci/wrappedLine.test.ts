import { describe, expect, it } from 'vitest';
import { continuesDetail, continuesHeader } from './wrappedLine.ts';

describe('continuesDetail', () => {
  it.each([
    [
      '	Status: Cap+ 66MHz- UDF- FastB2B- ParErr- DEVSEL=fast >TAbort-',
      '<TAbort- <MAbort- >SERR-',
    ],
    ['	ACSCap: SrcValid+', 'TransBlk+ ReqRedir+'],
    ['		LnkCap: Port #0, Speed 2.5GT/s, Width x4, ASPM L1,', 'Exit Latency L1 <8us'],
    ['	Prefetchable memory behind bridge:', '00000000fff00000-00000000000fffff [disabled]'],
  ])('%j goes on with %j', (previous, next) => {
    expect(continuesDetail(previous, next)).toBe(true);
  });

  it.each([
    ['	Kernel modules: nvme', 'and that is all'],
    ['	Kernel modules: nvidiafb, nouveau, nvidia_drm, nvidia, and_another_one', '$ uname -r'],
    ['	Kernel modules: nvidiafb, nouveau, nvidia_drm, nvidia, and_another_one', '[    0.0] Linux'],
    ['	Kernel modules: nvidiafb, nouveau, nvidia_drm, nvidia, and_another_one', 'IOMMU Group 1:'],
  ])('%j does not go on with %j', (previous, next) => {
    expect(continuesDetail(previous, next)).toBe(false);
  });
});

describe('continuesHeader', () => {
  const long = '00:01.0 PCI bridge: Intel Corporation Xeon E7 v3/Xeon E5 v3/Core i7 PCI';
  it.each([
    [long, 'Express Root Port 1 (rev 02)'],
    [`${long} Express Root Port 1 (rev 02)`, '(prog-if 00 [Normal decode])'],
    ['00:01.0 PCI bridge: Intel Corporation X', '[8086:1901] (rev 02)'],
    ['00:01.0 VGA compatible controller: A B (prog-if 00 [VGA contr', 'oller])'],
  ])('%j goes on with %j', (header, next) => {
    expect(continuesHeader(header, header, next)).toBe(true);
  });

  it.each([
    [`${long} Express Root Port 1 (rev 02)`, 'and then it fails'],
    [`${long} Express Root Port 1 [8086:1901]`, 'and then it fails'],
    ['00:01.0 PCI bridge: Intel Corporation X', 'and then it fails'],
    [long, 'root@host:~# lspci -t'],
  ])('%j does not go on with %j', (header, next) => {
    expect(continuesHeader(header, header, next)).toBe(false);
  });
});
