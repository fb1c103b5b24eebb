/**
 * Names that pci.ids once had for vendors that dumps of interest are full of. Each goes to all ids it
 * stood for; where today's list gives the name to somebody else, the text has two readings.
 */
const FORMER: Readonly<Record<string, readonly number[]>> = {
  'ATI Technologies Inc': [0x1002],
  'Advanced Micro Devices [AMD]': [0x1022],
  'Advanced Micro Devices [AMD] nee ATI': [0x1002],
  'Broadcom Corporation': [0x14e4],
  'Broadcom Limited': [0x14e4],
  'LSI Logic / Symbios Logic': [0x1000],
  'Red Hat, Inc': [0x1af4, 0x1b36],
  'nVidia Corporation': [0x10de],
};

/** Ids of vendors that had this name once. */
export function formerVendors(name: string): readonly number[] {
  return (Object.hasOwn(FORMER, name) && FORMER[name]) || [];
}
