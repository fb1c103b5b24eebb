import { type PciNames, parsePciNames } from '../model/pciNames.ts';

let loading: Promise<PciNames | null> | null = null;

/** The table of names, fetched from beside the page when it is first asked for. */
export function loadNames(): Promise<PciNames | null> {
  loading ??= fetchNames();
  return loading;
}

async function fetchNames(): Promise<PciNames | null> {
  try {
    const response = await fetch('./pci-ids.txt');
    if (response.ok) return parsePciNames(await response.text());
  } catch {
    // Offline, say. Names are a convenience: the page tells what is missing and goes on.
  }
  loading = null; // the next reading tries again
  return null;
}
