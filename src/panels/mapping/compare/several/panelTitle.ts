import { ERAS } from '../../../../engine/kernel/eras.ts';
import type { SeveralPanel } from '../../../../store/severalView.ts';
import { IOMMU_MODE_WORDS } from '../../../words/conditionWords.ts';
import { DESIGN, DRIVER, FIDELITY, type Offer } from '../../options/optionWords.ts';

const PARTS: Readonly<Record<SeveralPanel['part'], string | null>> = {
  whole: null,
  ram: 'its host memory',
  'first-peer': 'its first peer memory',
};

/** What stands above a panel: its own title, else what is other about it. */
export function panelTitle(panel: SeveralPanel): string {
  return panel.title ?? otherWords(panel);
}

/** `Linux 5.10, IOMMU off, software RDMA over it` */
export function otherWords({ kernel, iommu, redirect, options, part }: SeveralPanel): string {
  const { fidelity, driver, design } = options;
  const words = [
    kernel === null ? null : (ERAS.find(({ id }) => id === kernel)?.title ?? kernel),
    iommu === null ? null : `IOMMU ${IOMMU_MODE_WORDS[iommu]}`,
    redirect === null ? null : redirect === 'on' ? 'redirected by ACS' : 'not redirected',
    driver === undefined ? null : titleIn(DRIVER, driver),
    design === undefined || design === 'kernel' ? null : `what if: ${titleIn(DESIGN, design)}`,
    fidelity === undefined ? null : titleIn(FIDELITY, fidelity),
    PARTS[part],
  ].filter((word) => word !== null);
  const text = words.join(', ') || 'as the document is';
  return `${text[0]?.toUpperCase() ?? ''}${text.slice(1)}`;
}

function titleIn(offers: readonly Offer<string>[], value: string): string {
  return offers.find((each) => each.value === value)?.title ?? value;
}
