import type { Region } from './addressMap.ts';

/** What every map of placed addresses must be: nested, apart, aligned. */
export function mapFaults(regions: readonly Region[]): readonly string[] {
  const found: string[] = [];
  const look = (level: readonly Region[], holder: Region | null) => {
    let end = -1n;
    for (const region of level) {
      const name = `${JSON.stringify(region.owner, (_, value) => (typeof value === 'bigint' ? `${value}` : value))} ${region.first.toString(16)}-${region.last.toString(16)}`;
      if (holder && region.first <= end) found.push(`overlaps: ${name}`);
      if (holder && (region.first < holder.first || region.last > holder.last)) {
        found.push(`sticks out: ${name}`);
      }
      if (!holder && region.owner.kind !== 'host') found.push(`in no window: ${name}`);
      const step =
        region.owner.kind === 'bridge' ? (region.kind === 'io' ? 0x1000n : 0x10_0000n) : 1n;
      if (region.first % step !== 0n || (region.last + 1n) % step !== 0n)
        found.push(`steps: ${name}`);
      const isHigh = region.last >= 0x1_0000_0000n;
      if (region.owner.kind === 'bridge' && region.kind === 'memory' && isHigh) {
        found.push(`32 bits: ${name}`);
      }
      end = region.last;
      look(region.inside, region);
    }
  };
  look(regions, null);
  return found;
}
