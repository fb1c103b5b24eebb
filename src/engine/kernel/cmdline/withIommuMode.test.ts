import { describe, expect, test } from 'vitest';
import { IOMMU_HARDWARE, IOMMU_MODES, type IommuHardware } from '../../../model/settings.ts';
import { ERAS, eraById } from '../eras.ts';
import { iommuMode } from '../iommuMode.ts';
import { cmdlineWords } from './cmdlineWords.ts';
import { hasOffWord } from './hasOffWord.ts';
import { kernelParameters } from './kernelParameters.ts';
import { withIommuMode } from './withIommuMode.ts';

test.each([
  // VT-d, in the words of today and of before 5.14.
  ['intel', '', 'off', '7.1', 'intel_iommu=off'],
  ['intel', 'quiet', 'passthrough', '7.1', 'quiet intel_iommu=on iommu=pt'],
  ['intel', 'quiet', 'strict', '6.12', 'quiet intel_iommu=on iommu.strict=1'],
  ['intel', 'quiet', 'strict', '5.10', 'quiet intel_iommu=on,strict'],
  ['intel', 'intel_iommu=off quiet', 'strict', '5.10', 'intel_iommu=on,strict quiet'],
  ['intel', 'intel_iommu=on,strict a iommu=pt b', 'lazy', '5.10', 'intel_iommu=on a b'],
  ['intel', 'intel_iommu=on quiet iommu=pt', 'lazy', '7.1', 'intel_iommu=on quiet'],
  ['intel', 'intel_iommu=on iommu=pt', 'off', '7.1', 'intel_iommu=off'],
  ['intel', 'intel_iommu=off', 'lazy', '7.1', 'intel_iommu=on'],
  ['intel', 'intel_iommu=sm_on,off,igfx_off', 'lazy', '7.1', 'intel_iommu=sm_on,on,igfx_off'],
  ['intel', 'intel_iommu=sm_on', 'strict', '5.10', 'intel_iommu=sm_on,on,strict'],
  ['intel', 'iommu=off a', 'lazy', '7.1', 'a intel_iommu=on'],
  ['intel', 'iommu=pt,merge a', 'lazy', '7.1', 'iommu=merge a intel_iommu=on'],
  ['intel', 'iommu=nopt a', 'passthrough', '7.1', 'iommu=pt a intel_iommu=on'],
  ['intel', 'iommu.strict=0 a', 'strict', '7.1', 'iommu.strict=1 a intel_iommu=on'],
  [
    'intel',
    'intel_iommu=off iommu.passthrough=1',
    'passthrough',
    '7.1',
    'intel_iommu=on iommu.passthrough=1',
  ],
  ['intel', 'iommu=soft', 'lazy', '5.18', 'intel_iommu=on'],
  ['intel', 'iommu=soft,pt', 'lazy', '7.1', 'iommu=soft intel_iommu=on'],
  // Flushing counts with pass-through, too: for untrusted devices.
  [
    'intel',
    'intel_iommu=on iommu.strict=1',
    'passthrough',
    '7.1',
    'intel_iommu=on iommu.strict=1 iommu=pt',
  ],
  // Words of others are none of this one's.
  ['intel', 'amd_iommu=off', 'off', '7.1', 'amd_iommu=off intel_iommu=off'],
  ['smmu', 'iommu=pt', 'passthrough', '7.1', 'iommu=pt iommu.passthrough=1'],
  // AMD-Vi is on of itself; `amd_iommu=off` keeps ACS out only from 7.0 on.
  ['amd', 'a', 'off', '7.1', 'a amd_iommu=off'],
  ['amd', 'a', 'off', '6.12', 'a iommu=off'],
  ['amd', 'a', 'passthrough', '7.1', 'a iommu=pt'],
  ['amd', 'a', 'strict', '7.1', 'a iommu.strict=1'],
  ['amd', 'a', 'strict', '5.10', 'a amd_iommu=fullflush'],
  ['amd', 'amd_iommu=fullflush,force_isolation', 'lazy', '7.1', 'amd_iommu=force_isolation'],
  ['amd', 'amd_iommu=off', 'lazy', '7.1', ''],
  // ARM kernels are strict of themselves, and read no `iommu=`.
  ['smmu', '', 'lazy', '7.1', 'iommu.strict=0'],
  ['smmu', 'iommu.strict=0 a', 'strict', '7.1', 'a'],
  ['smmu', 'a', 'off', '7.1', 'a'],
  ['virtio', 'a', 'strict', '5.10', 'a iommu.strict=1'],
  // How the kernel splits: quotation marks, what is for init, blanks.
  ['intel', 'a -- b', 'off', '7.1', 'a intel_iommu=off -- b'],
  ['intel', '-- b', 'off', '7.1', 'intel_iommu=off -- b'],
  ['intel', 'a b="c d', 'off', '7.1', 'a intel_iommu=off b="c d'],
  ['intel', 'b="c d', 'off', '7.1', 'intel_iommu=off b="c d'],
  [
    'intel',
    'x="iommu=pt y" "intel_iommu=off"  z',
    'lazy',
    '7.1',
    'x="iommu=pt y" "intel_iommu=on"  z',
  ],
  [
    'intel',
    'intel-iommu=off iommu=usedac',
    'passthrough',
    '7.1',
    'intel-iommu=on iommu=usedac iommu=pt',
  ],
] as const)('%s, "%s", %s, Linux %s: "%s"', (hardware, before, mode, id, after) => {
  expect(withIommuMode(before, mode, hardware, eraById(id).features)).toBe(after);
});

const OTHERS =
  'BOOT_IMAGE=/vmlinuz root=/dev/sda1 pci=noats,config_acs=10@1 iommu.forcedac=1 quiet';
const LINES = [
  '',
  '  ',
  'intel_iommu=on iommu=pt',
  'intel_iommu=on,sm_on iommu.passthrough=0 iommu.strict=1',
  'intel_iommu=on,strict iommu.strict=0',
  'intel_iommu=off intel_iommu=on intel_iommu=offline',
  'iommu=off iommu=pt,nopt iommu.passthrough=1',
  'iommu=soft,merge,pt amd_iommu=fullflush,force_isolation,off',
  'iommu=usedac,pt intel-iommu=strict amd-iommu=fullflush',
  'iommu.passthrough=y iommu.strict=n iommu.strict= intel_iommu iommu=,',
  '"iommu=pt" intel_iommu="off,strict"',
];

/** Words that are about no mode. */
const rest = (text: string) =>
  cmdlineWords(text)
    .words.map(({ start, end }) => text.slice(start, end))
    .filter((word) => !/iommu(?:=|\.strict|\.passthrough)/.test(word))
    .join(' ');

describe.each(
  IOMMU_HARDWARE.filter((each): each is Exclude<IommuHardware, 'none'> => each !== 'none'),
)('%s: each line comes to each mode in each era, and once is enough', (hardware) => {
  const modes = IOMMU_MODES.filter((mode) => mode !== 'off' || hasOffWord(hardware));

  test.each(modes)('%s', (mode) => {
    const wrong: string[] = [];
    for (const features of new Set(ERAS.map((era) => era.features))) {
      for (const line of LINES.flatMap((each) => [each, `${OTHERS} ${each} -- iommu=pt`])) {
        const after = withIommuMode(line, mode, hardware, features);
        const isRight =
          iommuMode(hardware, kernelParameters(after, features), features) === mode &&
          rest(after) === rest(line) &&
          after.endsWith('-- iommu=pt') === line.endsWith('-- iommu=pt') &&
          withIommuMode(after, mode, hardware, features) === after;
        if (!isRight) wrong.push(`${line}: ${after}`);
      }
    }
    expect(wrong).toEqual([]);
  });
});
