import { ERAS, type Era } from '../../engine/kernel/eras.ts';

const KINDS: readonly (readonly [Era['kind'], string])[] = [
  ['release', 'Released'],
  ['maintainer-tree', 'Maintainer tree'],
  ['proposal', 'Proposals'],
  ['series', 'Patch series, 2016 to 2018'],
];

/** All kernels to choose from, the newest of each kind first. */
export function EraOptions() {
  return KINDS.map(([kind, title]) => (
    <optgroup key={kind} label={title}>
      {ERAS.filter((era) => era.kind === kind)
        .reverse()
        .map((era) => (
          <option key={era.id} value={era.id}>
            {era.title}
          </option>
        ))}
    </optgroup>
  ));
}
