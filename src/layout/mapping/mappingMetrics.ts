/** The numbers of the picture, in CSS pixels. */
export const MAPPING_METRICS = {
  margin: 2,
  minWidth: 600,
  maxWidth: 1400,
  head: { title: 16, line: 15, after: 14 },
  /** Two lines of text; peer memory has a third, its map type. */
  block: { height: 40, third: 14, badge: 16, pad: 8 },
  /** A run of like entries drawn as one. */
  run: { height: 32, stack: 3 },
  span: { height: 24, hatch: 15 },
  /** A band past the IOVA column: with words in it where there are few. */
  lane: { height: 16, thin: 6, gap: 6, most: 3 },
  gap: { entry: 6, unit: 10, reason: 24, range: 10 },
  tag: { size: 16 },
} as const;

export interface Column {
  readonly x: number;
  readonly width: number;
}

export interface MappingColumns {
  readonly width: number;
  readonly cpu: Column;
  readonly iova: Column;
  readonly wire: Column;
}

/** The three columns and the room for ribbons between them. */
export function mappingColumns(
  wanted: number,
  isTranslated: boolean,
  least: number = MAPPING_METRICS.minWidth,
): MappingColumns {
  const { margin, minWidth, maxWidth } = MAPPING_METRICS;
  const width = Math.round(Math.min(maxWidth, Math.max(least, wanted)));
  const inner = width - 2 * margin;
  if (width < minWidth) return closeColumns(width, inner);
  const cpu = clamp(inner * 0.25, 178, 240);
  const iova = clamp(inner * 0.22, isTranslated ? 138 : 138, 220);
  const wire = clamp(inner * 0.26, 190, 260);
  // Ribbons that are too long are hard to follow: beyond some room the columns keep together.
  const gap = Math.min((inner - cpu - iova - wire) / 2, 190);
  const used = cpu + iova + wire + 2 * gap;
  return {
    width: Math.round(used + 2 * margin),
    cpu: { x: margin, width: cpu },
    iova: { x: Math.round(margin + cpu + gap), width: iova },
    wire: { x: Math.round(margin + cpu + gap + iova + gap), width: wire },
  };
}

/** Several pictures in a row: nothing but what has to be there, and short ways between. */
function closeColumns(width: number, inner: number): MappingColumns {
  const { margin } = MAPPING_METRICS;
  const cpu = clamp(inner * 0.29, 126, 178);
  const iova = clamp(inner * 0.235, 104, 138);
  const wire = clamp(inner * 0.39, 178, 200); // an address of 64 bits fits
  const gap = Math.max(12, (inner - cpu - iova - wire) / 2);
  return {
    width,
    cpu: { x: margin, width: cpu },
    iova: { x: Math.round(margin + cpu + gap), width: iova },
    wire: { x: Math.round(margin + cpu + gap + iova + gap), width: wire },
  };
}

function clamp(value: number, least: number, most: number): number {
  return Math.round(Math.min(most, Math.max(least, value)));
}

/** Longer memory is drawn a little taller, by its logarithm: 4 KiB is the plain height. */
export function extraHeight(bytes: number): number {
  return Math.round(3 * Math.min(9, Math.max(0, Math.log2(Math.max(bytes, 1) / 4096))));
}
