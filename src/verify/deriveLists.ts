import { chooseMapper } from '../engine/dma/chooseMapper.ts';
import { dmaDeviceOf } from '../engine/dma/dmaDeviceOf.ts';
import type { DmaMapping } from '../engine/dma/dmaMapping.ts';
import { dmaMapSg } from '../engine/dma/dmaMapSg.ts';
import { dmaUnmapSg } from '../engine/dma/dmaUnmapSg.ts';
import type { BounceSource, MapContext } from '../engine/dma/mapContext.ts';
import type { MapperRules } from '../engine/dma/mapperRules.ts';
import { rulesOfMapper } from '../engine/dma/rulesOfMapper.ts';
import { SwiotlbPool } from '../engine/dma/SwiotlbPool.ts';
import type { DmaDevice, SgEntry } from '../engine/dma/scatterlist.ts';
import { USUAL_MAPPING } from '../engine/mapping/mappingOptions.ts';
import { placeOfId } from '../engine/pci/topology.ts';
import type { FunctionId } from '../model/ids.ts';
import type { DerivedCase } from './deriveCase.ts';
import type { GoldenInput } from './goldenCase.ts';
import type { GoldenList } from './goldenLists.ts';
import { ListDomain } from './listDomain.ts';
import { PeerPages } from './peerPages.ts';

/** What the engine makes of a list. */
export interface DerivedList {
  readonly list: GoldenList;
  readonly mapping: DmaMapping;
  /** The IOVAs are those that the kernel gave: all that was mapped before on the domain is known. */
  readonly isAbsolute: boolean;
  readonly isTranslated: boolean;
  readonly rules: MapperRules;
}

/** A page of a provider that was mapped for a client, by their index. */
export interface MappedPage {
  readonly provider: number;
  readonly client: number;
}

/**
 * Maps the lists of a case one after the other, as the kernel was asked to: each is unmapped before the
 * next. Given what was handed to the kernel, and nothing of what came of it.
 *
 * @param pages single pages that were mapped and unmapped before the lists, in order
 */
export function deriveLists(
  input: GoldenInput,
  derived: DerivedCase,
  pages: readonly MappedPage[],
): readonly DerivedList[] {
  const mapping = new CaseMapping(input, derived);
  for (const { provider, client } of pages) {
    const [from, to] = [input.functions[provider], input.functions[client]];
    if (from !== undefined && to !== undefined) mapping.mapPage(from, to);
  }
  return input.lists.map((list) => mapping.mapList(list));
}

/** Maps memory of a provider for a client, as user space asks for it with O_DIRECT. */
export function mapPeerPages(
  input: GoldenInput,
  derived: DerivedCase,
  provider: FunctionId,
  client: FunctionId,
): DmaMapping {
  return new CaseMapping(input, derived).mapPage(provider, client);
}

class CaseMapping {
  readonly #input: GoldenInput;
  readonly #derived: DerivedCase;
  readonly #peers: PeerPages;
  readonly #clients = new Map<FunctionId, ClientMapping>();
  readonly #domains = new Map<string, ListDomain>();

  constructor(input: GoldenInput, derived: DerivedCase) {
    this.#input = input;
    this.#derived = derived;
    this.#peers = new PeerPages(derived.analysis);
  }

  mapPage(provider: FunctionId, client: FunctionId): DmaMapping {
    // Wherever it is: nobody compares its address, and these clients send 64 bits.
    const entry = { phys: PAGE, length: PAGE, peer: this.#peers.of(provider, client, 0) };
    const { maskBits, maxSegment, boundary } = DEFAULT_LIMITS;
    const list = { id: '', client, maskBits, maxSegment, boundary, entries: [] };
    return this.#map(list, [entry]).mapping;
  }

  mapList(list: GoldenList): DerivedList {
    return this.#map(
      list,
      list.entries.map(({ phys, length, bus, provider }): SgEntry => {
        const peer = provider && this.#peers.of(provider, list.client, (bus ?? phys) - phys);
        return { phys, length, peer };
      }),
    );
  }

  #map(list: GoldenList, entries: readonly SgEntry[]): DerivedList {
    const { device: usual, rules, isTranslated, domain, bounce } = this.#client(list.client);
    const iova = domain?.source ?? null;
    const isAbsolute = domain?.isKnown ?? false;
    const context: MapContext = { device: limited(usual, list), rules, iova, bounce };
    const mapping = dmaMapSg(entries, context);
    if (mapping.errno === 0) dmaUnmapSg(mapping, context);
    if (mapping.iova.length > 0) domain?.used();
    return { list, mapping, isAbsolute, isTranslated, rules };
  }

  #client(id: FunctionId): ClientMapping {
    let found = this.#clients.get(id);
    if (!found) {
      const { analysis } = this.#derived;
      const { topology, conditions } = analysis;
      const isTranslated = analysis.isTranslated(id);
      const choices = { ...USUAL_MAPPING, bounce: bounceOf(this.#input) };
      const client = placeOfId(topology, id);
      const question = { topology, client, conditions, isTranslated, choices, list: [] };
      const chosen = chooseMapper(question);
      const { features } = conditions.kernel.value;
      const { hardware } = conditions.iommu.value;
      const cmdline = conditions.cmdline.value.text;
      found = {
        device: dmaDeviceOf(topology, client, conditions).device,
        rules: rulesOfMapper({ features, chosen, choices, hardware, cmdline }),
        isTranslated,
        domain: isTranslated ? this.#domainOf(id) : null,
        bounce: choices.bounce === 'pool' ? new SwiotlbPool() : null,
      };
      this.#clients.set(id, found);
    }
    return found;
  }

  /** Functions of a group share a domain. */
  #domainOf(client: FunctionId): ListDomain {
    const { functions } = this.#input;
    const { analysis, groups } = this.#derived;
    const index = functions.indexOf(client);
    const group = groups?.find((each) => each.includes(index)) ?? [index];
    const name = group.join(' ');
    let domain = this.#domains.get(name);
    if (!domain) {
      const members = group.flatMap((member) => functions[member] ?? []);
      domain = new ListDomain(analysis, client, members);
      this.#domains.set(name, domain);
    }
    return domain;
  }
}

const PAGE = 4096;
const DEFAULT_LIMITS = { maskBits: 64, maxSegment: 65_536, boundary: 0xffff_ffff };

interface ClientMapping {
  readonly device: DmaDevice;
  readonly rules: MapperRules;
  readonly isTranslated: boolean;
  readonly domain: ListDomain | null;
  readonly bounce: BounceSource | null;
}

/** The device with the limits that were set for the list. */
function limited(device: DmaDevice, { maskBits, maxSegment, boundary }: GoldenList): DmaDevice {
  return { ...device, mask: 2 ** maskBits - 1, maxSegment, boundary };
}

/**
 * The test machines have no memory beyond 4 GiB, for which a kernel sets up bounce buffers; only
 * `iommu=soft` makes one here (pci_swiotlb_detect_4gb() and iommu_setup(), arch/x86/kernel).
 */
const bounceOf = ({ cmdline }: GoldenInput): 'pool' | 'none' =>
  / iommu=soft\b/.test(` ${cmdline}`) ? 'pool' : 'none';
