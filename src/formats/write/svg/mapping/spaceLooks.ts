import type { AddressSpace } from '../../../../layout/mapping/mappingShown.ts';
import type { SvgTheme } from '../palette.ts';

export interface SpaceLook {
  /** The quiet tints of address spaces, as the page has them. */
  readonly tints: Readonly<Record<AddressSpace, string>>;
  /** Edges of what is filled so. */
  readonly lines: Readonly<Record<AddressSpace, string>>;
  /** What an error stands on. */
  readonly never: string;
}

export const SPACE_LOOKS: Readonly<Record<SvgTheme, SpaceLook>> = {
  light: {
    tints: {
      IOVA: '#dfe6f5',
      BUS: '#dcefe7',
      PHYS: '#ece8dd',
      VADDR: '#ebe2f3',
      SWIOTLB: '#f7e3e6',
    },
    lines: {
      IOVA: '#3f66bd',
      BUS: '#008a66',
      PHYS: '#7d724a',
      VADDR: '#8557ad',
      SWIOTLB: '#b34a66',
    },
    never: '#f9e2d8',
  },
  dark: {
    tints: {
      IOVA: '#263250',
      BUS: '#173a33',
      PHYS: '#33332c',
      VADDR: '#352b46',
      SWIOTLB: '#442a31',
    },
    lines: {
      IOVA: '#86a8f0',
      BUS: '#35c496',
      PHYS: '#b8ad7c',
      VADDR: '#b998de',
      SWIOTLB: '#e48ba2',
    },
    never: '#43261c',
  },
};
