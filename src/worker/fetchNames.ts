import { type PciNames, parsePciNames } from '../model/pciNames.ts';

/** Names are a convenience: a reading waits for them this long and no longer. */
const PATIENCE_MS = 10_000;

/** The table of names that lies beside the page; `null` when it cannot be had: offline, say. */
export async function fetchNames(base: string): Promise<PciNames | null> {
  try {
    const address = new URL('pci-ids.txt', base);
    const response = await fetch(address, { signal: AbortSignal.timeout(PATIENCE_MS) });
    return response.ok ? parsePciNames(await response.text()) : null;
  } catch {
    return null;
  }
}
