import { ERAS } from '../../../../engine/kernel/eras.ts';
import { MOST_PANELS, PLAIN_PANEL, type SeveralPanel } from '../../../../store/severalView.ts';
import { DESIGN } from '../../options/optionWords.ts';

export type PanelWish = Omit<SeveralPanel, 'id'>;

/** What is other than in the document. */
type Change = Partial<Omit<PanelWish, 'title' | 'list' | 'part'>>;

export interface SeveralChip {
  readonly title: string;
  readonly help: string;
  readonly panel: PanelWish;
}

const chip = (title: string, help: string, change: Change): SeveralChip => ({
  title,
  help,
  panel: { ...PLAIN_PANEL, title, ...change },
});

/** Conditions that a press adds to the picture. */
export const SEVERAL_CHIPS = {
  same: chip('As the document is', 'Under the conditions of the document.', {}),
  off: chip('IOMMU off', 'Nothing translates: addresses go out as they are.', { iommu: 'off' }),
  passthrough: chip('Pass-through', 'The IOMMU is on and maps every address to itself.', {
    iommu: 'passthrough',
  }),
  strict: chip('Translating', 'The IOMMU translates, and forgets with the unmapping.', {
    iommu: 'strict',
  }),
  lazy: chip('Translating, lazy', 'The IOMMU translates, and forgets a little later.', {
    iommu: 'lazy',
  }),
  direct: chip(
    'Translating, not redirected',
    'As booted with pci=disable_acs_redir= for every port: switches turn peer requests around.',
    { iommu: 'strict', redirect: 'off' },
  ),
  redirected: chip(
    'Translating, redirected by ACS',
    'As booted without pci=disable_acs_redir=: the kernel has ports send peer requests up.',
    { iommu: 'strict', redirect: 'on' },
  ),
  software: chip('Software RDMA', 'rxe, siw or rdmavt hands the list over: a CPU reads it.', {
    options: { driver: 'software-rdma' },
  }),
  'private-ops': chip('Private operations', 'The driver attached DMA operations of its own.', {
    options: { driver: 'private-ops' },
  }),
  intended: chip('As intended', 'Known mistakes of the source are put right.', {
    options: { fidelity: 'intended' },
  }),
} as const satisfies Readonly<Record<string, SeveralChip>>;

export function kernelPanel(id: string): PanelWish {
  const title = ERAS.find((era) => era.id === id)?.title ?? id;
  return { ...PLAIN_PANEL, title, kernel: id };
}

export function designPanel(design: (typeof DESIGN)[number]['value']): PanelWish {
  const title = DESIGN.find(({ value }) => value === design)?.title ?? design;
  return { ...PLAIN_PANEL, title: `What if: ${title}`, options: { design } };
}

/** Do two ask for the same? Their titles do not matter. */
export function isLike(a: PanelWish, b: PanelWish): boolean {
  return wishKey(a) === wishKey(b);
}

function wishKey({ list, part, kernel, iommu, redirect, options }: PanelWish): string {
  const { fidelity = null, driver = null, design = null, limits = null } = options;
  return JSON.stringify([list, part, kernel, iommu, redirect, fidelity, driver, design, limits]);
}

/** The panels with others in their place; each gets an id that none of them had. */
export function withPanels(
  panels: readonly SeveralPanel[],
  wishes: readonly PanelWish[],
): readonly SeveralPanel[] {
  const from = nextNumber(panels);
  return wishes.slice(0, MOST_PANELS).map((wish, at) => ({ ...wish, id: `p${from + at}` }));
}

/** One more, or the like one gone; the panels as they are where there is no room. */
export function toggled(panels: readonly SeveralPanel[], wish: PanelWish): readonly SeveralPanel[] {
  const like = panels.find((panel) => isLike(panel, wish));
  if (like) return panels.filter((panel) => panel !== like);
  if (panels.length >= MOST_PANELS) return panels;
  return [...panels, { ...wish, id: `p${nextNumber(panels)}` }];
}

function nextNumber(panels: readonly SeveralPanel[]): number {
  return Math.max(0, ...panels.map(({ id }) => Number(id.slice(1)))) + 1;
}
