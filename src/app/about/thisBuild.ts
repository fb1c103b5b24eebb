/** Put in place by the build (`scripts/site/buildFacts.mjs`). */
declare const __PEERLANE_BUILD__: BuildFacts | undefined;

export interface BuildFacts {
  readonly version: string;
  /** Short hash of the commit it was built from. */
  readonly commit: string;
  /** Date of the pci.ids that the names are taken from: `2023-04-10`. */
  readonly namesOf: string;
}

const UNKNOWN_BUILD: BuildFacts = { version: 'unknown', commit: 'unknown', namesOf: 'unknown' };

/** What this build says of itself; tests run the source as it is, which says nothing. */
export const THIS_BUILD: BuildFacts =
  typeof __PEERLANE_BUILD__ === 'undefined' ? UNKNOWN_BUILD : __PEERLANE_BUILD__;
