// The IOMMU groups that Linux makes of these machines (pci_device_group(), drivers/iommu/iommu.c), as
// far as their parts need it: no aliases by quirk, no virtual functions, no requester id translation
// but that of a bridge to conventional PCI.

import { groupBy } from './groupBy.mjs';

/** @typedef {import('./machine.mjs').Placed} Placed */

const ISOLATING = 0x1d;
/** System peripheral, IOMMU. */
const IOMMU = 0x080600;

/** Does this function keep peers apart, as pci_acs_enabled() sees it? @param {Placed} one @param {boolean} isAlone */
function isolates({ part }, isAlone) {
  if (part.type === 'pcie-to-pci' || part.type === 'conventional') return false;
  const isPort = part.type === 'root-port' || part.type === 'downstream';
  if (!isPort && isAlone) return true;
  if (!part.acs) return false;
  // What a function does not offer, it has nothing to do for.
  const wanted = isPort ? ISOLATING : ISOLATING & part.acs.capability;
  return (part.acs.control & wanted) === wanted;
}

/**
 * An AMD IOMMU and what shares its slot are in no group, as on real machines.
 *
 * @param {readonly Placed[]} placed in order of enumeration
 * @returns {Map<Placed, string>} of those that are in one
 */
export function iommuGroups(placed) {
  const devices = groupBy(placed, ({ bus, device }) => `${bus}.${device}`);
  /** @param {Placed} one */
  const siblings = (one) => devices.get(`${one.bus}.${one.device}`) ?? [one];
  /** @param {Placed} one */
  const isAlone = (one) => siblings(one).length === 1;
  /** @param {Placed | null} one @returns {boolean} */
  const isPathIsolated = (one) =>
    one === null || (isolates(one, isAlone(one)) && isPathIsolated(one.above));
  /** The function whose group this one joins: the topmost bridge that does not keep it apart. */
  const leader = (/** @type {Placed} */ one) => {
    let top = one;
    for (let bridge = one.above; bridge && !isPathIsolated(bridge); bridge = bridge.above) {
      top = bridge;
    }
    if (top !== one || isolates(one, isAlone(one))) return top;
    return siblings(one).find((other) => !isolates(other, isAlone(other))) ?? one;
  };
  /** @type {Map<Placed, string>} */
  const groups = new Map();
  /** @type {Map<Placed, string>} */
  const names = new Map();
  for (const one of placed) {
    if (siblings(one).some(({ part }) => part.classCode === IOMMU)) continue;
    const top = leader(one);
    const name = names.get(top) ?? String(names.size);
    names.set(top, name);
    groups.set(one, name);
  }
  return groups;
}
