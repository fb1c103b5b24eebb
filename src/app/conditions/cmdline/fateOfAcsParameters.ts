import type { Conditions } from '../../../engine/report.ts';

/** What becomes of the command line's words about ACS, for below the field. */
export function fateOfAcsParameters({ cmdline, kernel, acsWords }: Conditions): string {
  const { disableAcsRedir, configAcs, noats } = cmdline.value;
  const setsAcs =
    disableAcsRedir !== null || configAcs !== null || (noats && kernel.value.features.noatsBlocks);
  const read = `As read by: ${kernel.value.title}.`;
  if (acsWords.value === 'boot') return `${read} Applied at boot.`;
  return setsAcs
    ? `${read} The ACS words hold as they stand, so its ACS parameters are not applied; choose “as booted” to apply them.`
    : `${read} The ACS words hold as they stand, whatever it says of the IOMMU.`;
}
