/** 1 to 7: 2.5, 5, 8, 16, 32, 64 and 128 GT/s a lane. */
export const PCIE_GENERATIONS = [1, 2, 3, 4, 5, 6, 7] as const;
export type PcieGeneration = (typeof PCIE_GENERATIONS)[number];

const GTS: Readonly<Record<PcieGeneration, number>> = {
  1: 2.5,
  2: 5,
  3: 8,
  4: 16,
  5: 32,
  6: 64,
  7: 128,
};

/** GT/s a lane. */
export function gtsOf(generation: PcieGeneration): number {
  return GTS[generation];
}

/** The generation with that rate; `null`: none has it. */
export function generationOf(gts: number): PcieGeneration | null {
  return PCIE_GENERATIONS.find((each) => GTS[each] === gts) ?? null;
}
