import type { CmdlineSpan, ParameterRemark } from './parameterTypes.ts';
import { remarkOn, splitSpan } from './spans.ts';

/** The parameters whose value is words with commas between. */
export const IOMMU_PARAMETERS = ['iommu', 'intel_iommu', 'amd_iommu'] as const;
export type IommuParameter = (typeof IOMMU_PARAMETERS)[number];

/**
 * Words of each parameter. Sources: kernel-parameters.txt; iommu_setup() in
 * arch/x86/kernel/pci-dma.c with gart_parse_options(), intel_iommu_setup(),
 * parse_amd_iommu_options(), Linux 5.4 to 7.1.
 */
const WORDS: Readonly<Record<IommuParameter, readonly string[]>> = {
  iommu: [
    'off',
    'force',
    'noforce',
    'biomerge',
    'panic',
    'nopanic',
    'merge',
    'nomerge',
    'forcesac',
    'allowdac',
    'nodac',
    'usedac',
    'soft',
    'pt',
    'nopt',
    'noagp',
    'noaperture',
    'allowed',
    'fullflush',
    'nofullflush',
    'leak',
    'memaper',
  ],
  intel_iommu: [
    'on',
    'off',
    'igfx_off',
    'forcedac',
    'strict',
    'sp_off',
    'sm_on',
    'sm_off',
    'tboot_noforce',
    'nobounce',
  ],
  amd_iommu: [
    'fullflush',
    'off',
    'force_isolation',
    'force_enable',
    'pgtbl_v1',
    'pgtbl_v2',
    'irtcachedis',
    'nohugepages',
    'v2_pgsizes_only',
  ],
};

/** Words that carry a number behind them, or are one (the size of the GART's aperture). */
const WITH_NUMBER = /^(?:leak=\d+|memaper=\d+|\d+)$/;

export interface IommuWords {
  /** The words as the kernel understands them, in order; others are left out. */
  readonly words: readonly string[];
  readonly remarks: readonly ParameterRemark[];
}

/**
 * Reads the words of one such parameter. The kernel looks only at how a word begins, so that
 * `offline` is `off`; and it stops reading at `iommu=usedac`.
 */
export function iommuWords(parameter: IommuParameter, value: CmdlineSpan): IommuWords {
  const words: string[] = [];
  const remarks: ParameterRemark[] = [];
  for (const piece of splitSpan(value, ',')) {
    const word = understoodAs(WORDS[parameter], piece.text);
    const remark = remarkOnWord(parameter, piece, word);
    if (remark) remarks.push(remark);
    if (word !== null) words.push(word);
    if (parameter === 'iommu' && word === 'usedac') {
      const rest = value.end - piece.end;
      if (rest > 0) {
        const skipped = { text: value.text.slice(-rest), start: piece.end, end: value.end };
        remarks.push(remarkOn(skipped, 'error', 'Linux reads nothing that follows usedac here.'));
      }
      break;
    }
  }
  return { words, remarks };
}

function understoodAs(known: readonly string[], text: string): string | null {
  if (WITH_NUMBER.test(text)) return text;
  const starts = known.filter((word) => text.startsWith(word));
  return starts.sort((a, b) => b.length - a.length)[0] ?? null;
}

function remarkOnWord(
  parameter: IommuParameter,
  piece: CmdlineSpan,
  word: string | null,
): ParameterRemark | null {
  if (piece.text === word) return null;
  if (piece.text === '') {
    return remarkOn(piece, 'error', `A word is missing behind ${parameter}=.`);
  }
  if (word === null) {
    return remarkOn(piece, 'error', `No word of ${parameter}=: Linux ignores it.`);
  }
  return remarkOn(
    piece,
    'warning',
    `Linux takes this for ${word}: it looks at the beginning only.`,
  );
}
