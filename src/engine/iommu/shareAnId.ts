import { devfn } from '../../model/address.ts';
import type { Grouping } from './Grouping.ts';

/**
 * May requests of one of two functions of a bus carry the other's id? (A VMD function, which the
 * kernel asks for here, too, is never on the bus of what it stands for.)
 *
 * Source: `pci_devs_are_dma_aliases()`, drivers/pci/pci.c, Linux 5.4 to 7.1.
 */
export function shareAnId(grouping: Grouping, a: number, b: number): boolean {
  return names(grouping, a, b) || names(grouping, b, a);
}

function names(grouping: Grouping, by: number, other: number): boolean {
  const { address } = grouping.at(other);
  return address !== null && grouping.busAliasesOf(by).has(devfn(address));
}
