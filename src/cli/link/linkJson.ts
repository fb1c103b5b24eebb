import type { LinkFigures, LinkLoad, WireParts } from '../../engine/link/linkFigures.ts';

type Figures = Omit<LinkFigures, 'opposed'> & Partial<Pick<LinkFigures, 'opposed'>>;

/** All figures in Gb/s; the parts of a wire add up to what it carries after line code (`raw`). */
export function linkJson({ raw, write, read, both, opposed }: Figures): object {
  const loads = { write, read, both, ...(opposed && { opposed }) };
  return {
    raw: gbps(raw),
    ...each(loads, ({ bytesPerSecond }) => gbps(bytesPerSecond)),
    wire: each(loads, ({ wire }) => partsJson(wire)),
    full: each(loads, ({ full }) => full),
  };
}

function each<T>(
  loads: Readonly<Record<string, LinkLoad>>,
  what: (load: LinkLoad) => T,
): Readonly<Record<string, T>> {
  return Object.fromEntries(Object.entries(loads).map(([name, load]) => [name, what(load)]));
}

function partsJson({ payload, header, dllp, skp, idle }: WireParts) {
  return {
    payload: gbps(payload),
    header: gbps(header),
    dllp: gbps(dllp),
    skp: gbps(skp),
    idle: Math.max(0, gbps(idle)),
  };
}

/** Gb/s with six decimals, as the published model prints them. */
const gbps = (bytesPerSecond: number): number => Number(((bytesPerSecond * 8) / 1e9).toFixed(6));
