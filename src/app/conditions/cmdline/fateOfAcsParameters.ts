import type { Conditions } from '../../../engine/report.ts';

/** What becomes of the command line's words about ACS, for below the field. */
export function fateOfAcsParameters({ cmdline, kernel, acsWords }: Conditions): string {
  const { disableAcsRedir, configAcs, noats } = cmdline.value;
  const setsAcs =
    disableAcsRedir !== null || configAcs !== null || (noats && kernel.value.features.noatsBlocks);
  const title = kernel.value.title;
  if (acsWords.value === 'boot') return `Read as ${title} reads it, and applied at boot.`;
  return setsAcs
    ? `Read as ${title} reads it. The ACS words hold as they stand, so its ACS parameters are not applied; choose “as booted” to apply them.`
    : `Read as ${title} reads it. The ACS words hold as they stand, whatever it says of the IOMMU.`;
}
