import { UNKNOWN } from '../../../base/unknown.ts';
import type { CataloguePart, PartKind } from '../../../catalogue/part.ts';
import { DEVICE_GLYPHS } from '../../../layout/deviceGlyphs.ts';
import type { DeviceKind } from '../../../model/deviceKind.ts';

/** A part in a few strokes, on a field of 48 by 32. */
export interface TileShape {
  /** Outlines. */
  readonly lines: string;
  /** What is filled: contacts, ports. */
  readonly fills: string;
  /** A sign within, 16 wide and high; `null`: none. */
  readonly glyph: { readonly d: string; readonly x: number; readonly y: number } | null;
}

/** A lane is so wide: sixteen of them are a card's whole edge, four are an M.2 stick's. */
const LANE = 2.5;
const MIDDLE = 24;

/** Lanes that the part connects by at most, or that it gives; `null` where that is not known. */
export function lanesOf(part: CataloguePart): number | null {
  switch (part.kind) {
    case 'slot':
      return known(part.lanes.value);
    case 'port':
      return width(part.port.link.value);
    case 'host':
    case 'vmd':
      return width(part.rootPort.link.value);
    default:
      return width(part.link.value);
  }
}

/** How the part is drawn. What joins it to the rest is above, what it gives is below. */
export function tileShape(part: CataloguePart): TileShape {
  const lanes = lanesOf(part) ?? 1;
  switch (part.kind) {
    case 'host':
      return {
        lines: 'M2 4H46V24H2ZM7 9H21V19H7ZM27 9H41V19H27Z',
        fills: [7, 17, 27, 37].map((x) => bar(x, 24, 4, 4)).join(''),
        glyph: null,
      };
    case 'vmd':
      return {
        lines: 'M4 6H44V22H4ZM14 10H34V18H14Z',
        fills: [10, 22, 34].map((x) => bar(x, 22, 4, 4)).join(''),
        glyph: null,
      };
    case 'port':
      return { lines: 'M16 4H32V14H16Z', fills: contacts(lanes, 14, 6), glyph: null };
    case 'switch':
      return {
        lines: 'M4 10H44V22H4Z',
        fills: contacts(lanes, 4, 6) + [7, 17, 27, 37].map((x) => bar(x, 22, 4, 6)).join(''),
        glyph: null,
      };
    case 'slot':
      return { lines: frame(lanes * LANE + 6, 11, 10), fills: comb(lanes, 14), glyph: null };
    default:
      return {
        lines: frame(Math.max(lanes * LANE + 4, 26), 8, 22),
        fills: contacts(lanes, 4, 4),
        glyph: { d: DEVICE_GLYPHS[GLYPHS[part.kind] ?? 'other'], x: 16, y: 11 },
      };
  }
}

const GLYPHS: Partial<Record<PartKind, DeviceKind>> = {
  bridge: 'bridge',
  gpu: 'gpu',
  nvme: 'nvme',
  nic: 'nic',
  hfi: 'nic',
  fpga: 'accelerator',
  ntb: 'bridge',
};

/** The edge by which a card connects, as wide as its lanes. */
function contacts(lanes: number, y: number, height: number): string {
  const wide = lanes * LANE;
  return bar(MIDDLE - wide / 2, y, wide, height);
}

/** A slot's contacts, lane by lane. */
function comb(lanes: number, y: number): string {
  const left = MIDDLE - (lanes * LANE) / 2;
  return Array.from({ length: lanes }, (_, lane) => bar(left + lane * LANE + 0.5, y, 1.5, 4)).join(
    '',
  );
}

function frame(wide: number, y: number, height: number): string {
  return bar(MIDDLE - wide / 2, y, wide, height);
}

function bar(x: number, y: number, wide: number, height: number): string {
  return `M${x} ${y}h${wide}v${height}h${-wide}Z`;
}

const known = (value: number | typeof UNKNOWN) => (value === UNKNOWN ? null : value);

function width(link: { readonly width: number } | typeof UNKNOWN | null): number | null {
  return link === null || link === UNKNOWN ? null : link.width;
}
