import type { FunctionId } from '../../model/ids.ts';
import type { KernelFeatures } from '../kernel/features.ts';
import type { MapType, PairVerdict } from './verdict.ts';

/** What a mapping of peer memory becomes. */
export interface Mapping {
  /** What the memory is mapped as; `null` when the input does not show it. */
  readonly mapType: MapType | null;
  /**
   * - `unchecked`: this kernel remembers nothing and maps in any case
   * - `remembered`: from the last time that somebody asked the pair's distance
   * - `computed`: asked now, for the first time, and remembered
   * - `never-asked`: nobody asked the distance before, so this kernel refuses
   */
  readonly source: 'unchecked' | 'remembered' | 'computed' | 'never-asked';
  /** `null`: mapped (or not known). What the mapping call returns where it refuses. */
  readonly failure: KernelFeatures['refusedMapping'] | null;
  /** The kernel would decide otherwise if it were asked now. */
  readonly isStale: boolean;
}

/**
 * What a running kernel remembers of pairs: for each provider, the map type by client. Asking a
 * distance stores what comes out, every time. A mapping takes what is stored; changed ACS words do
 * not touch it until somebody asks that pair's distance again, or the provider's memory goes.
 *
 * - Before map types (4.20 to 5.3) nothing is stored, and every mapping gets bus addresses.
 * - 5.4 to 5.19: a mapping of a pair that nobody asked about fails.
 * - From 6.0 on it asks by itself, the first time.
 *
 * Source: `pci_p2pdma_map_type()` and the array `map_types`, drivers/pci/p2pdma.c, Linux 5.4 to
 * 7.1; that changed words go unnoticed: running kernels 5.4 to 7.0.
 */
export class MappingCache {
  readonly #features: KernelFeatures;
  readonly #types = new Map<FunctionId, Map<FunctionId, MapType | null>>();

  constructor(features: KernelFeatures) {
    this.#features = features;
  }

  /** Somebody asked the distance of the pair, and this came out. */
  asked({ provider, client, mapType }: PairVerdict): void {
    if (this.#features.unaskedMapping === 'maps') return;
    const types = this.#types.get(provider) ?? new Map<FunctionId, MapType | null>();
    types.set(client, mapType);
    this.#types.set(provider, types);
  }

  /** The client maps the provider's memory; `now` is what the kernel would decide now. */
  map(now: PairVerdict): Mapping {
    const { unaskedMapping, pairRule } = this.#features;
    if (unaskedMapping === 'maps') {
      const mapType = pairRule === 'none' ? now.mapType : 'BUS_ADDR';
      return this.#mapping(mapType, 'unchecked', now);
    }
    const types = this.#types.get(now.provider);
    if (types?.has(now.client)) {
      return this.#mapping(types.get(now.client) ?? null, 'remembered', now);
    }
    if (unaskedMapping === 'fails') return this.#mapping('NOT_SUPPORTED', 'never-asked', now);
    this.asked(now);
    return this.#mapping(now.mapType, 'computed', now);
  }

  /** The provider's memory is released, as when its driver is unbound. */
  forget(provider: FunctionId): void {
    this.#types.delete(provider);
  }

  #mapping(mapType: MapType | null, source: Mapping['source'], now: PairVerdict): Mapping {
    const failure = mapType === 'NOT_SUPPORTED' ? this.#features.refusedMapping : null;
    return { mapType, source, failure, isStale: mapType !== now.mapType };
  }
}
