import type { MappingOptions } from '../../../engine/mapping/mappingOptions.ts';

export interface Offer<Value extends string> {
  readonly value: Value;
  readonly title: string;
  /** What it means, in a sentence. */
  readonly help: string;
}

type Offers<Name extends keyof MappingOptions> = readonly Offer<
  Extract<MappingOptions[Name], string>
>[];

export const FIDELITY: Offers<'fidelity'> = [
  {
    value: 'as-run',
    title: 'as this kernel runs',
    help: 'With the mistakes that this kernel’s source has, such as addresses that are never written.',
  },
  {
    value: 'intended',
    title: 'as intended',
    help: 'As the code is meant to work: known mistakes of the source are put right.',
  },
];

export const DRIVER: Offers<'driver'> = [
  {
    value: 'own',
    title: 'its own driver',
    help: 'The driver of the device maps the list for it.',
  },
  {
    value: 'software-rdma',
    title: 'software RDMA over it',
    help: 'rxe or siw over a network card, rdmavt on an Omni-Path one: a CPU reads the memory.',
  },
  {
    value: 'private-ops',
    title: 'private operations',
    help: 'The driver attached DMA operations of its own, which know nothing of peers.',
  },
  {
    value: 'private-ops-flagged',
    title: 'private operations that claim peers',
    help: 'The same with the flag DMA_F_PCI_P2PDMA_SUPPORTED set (6.0 to 6.11).',
  },
];

export const DESIGN: Offers<'design'> = [
  { value: 'kernel', title: 'as in the kernel', help: 'What was merged, as it was merged.' },
  {
    value: 'p2p-shim',
    title: 'operations injected at each bridge',
    help: 'Never built: devices below the provider’s bridges get operations that map peers and hand the rest on.',
  },
  {
    value: 'one-target',
    title: 'one list, one target',
    help: 'Never built: a list is either host memory or memory of one device.',
  },
  {
    value: 'switch-iommu',
    title: 'an IOMMU in the switch',
    help: 'Never built: each switch translates, so peers need an IOVA and turn there.',
  },
  {
    value: 'out-of-tree',
    title: 'peer memory out of tree',
    help: 'Never merged: modules hand out physical addresses, and nobody asks whether they work.',
  },
  {
    value: 'physical-until-used',
    title: 'physical until used',
    help: 'Never built: every address is the CPU’s until a driver makes use of it.',
  },
];

export const BOUNCE: Offers<'bounce'> = [
  { value: 'pool', title: 'when needed', help: 'Memory that the device cannot reach is copied.' },
  { value: 'none', title: 'none', help: 'There is no bounce buffer: such memory is an error.' },
  { value: 'forced', title: 'always', help: 'swiotlb=force: all host memory is copied.' },
];

export const OPERATION: Offers<'operation'> = [
  { value: 'write', title: 'write', help: 'The device writes into the memory.' },
  { value: 'read', title: 'read', help: 'The device reads the memory.' },
];

const titleIn = (offers: readonly Offer<string>[], value: string): string =>
  offers.find((each) => each.value === value)?.title ?? value;

/** What is not as usual, shortest first to say: `as intended`, `Xen`. */
export function unusualWords(options: MappingOptions, usual: MappingOptions): readonly string[] {
  const { driver, design, isXen, bounce, p2pFlag, barPages, before } = options;
  return [
    ...(driver === usual.driver ? [] : [titleIn(DRIVER, driver)]),
    ...(design === usual.design ? [] : [`what if: ${titleIn(DESIGN, design)}`]),
    ...(isXen ? ['Xen'] : []),
    ...(bounce === usual.bounce ? [] : [`bounce buffers: ${titleIn(BOUNCE, bounce)}`]),
    ...(p2pFlag === usual.p2pFlag ? [] : ['driver does not say that it is peer memory']),
    ...(barPages === usual.barPages ? [] : ['peer memory without pages']),
    ...(before.length === 0 ? [] : [`${before.length} mapped before`]),
  ];
}
