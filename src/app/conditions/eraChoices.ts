import { ERAS, type Era, type EraKind } from '../../engine/kernel/eras.ts';
import { evidenceOf } from '../../engine/kernel/evidenceOf.ts';

interface EraGroup {
  readonly title: string;
  readonly eras: readonly Era[];
}

const of = (kind: EraKind): readonly Era[] => ERAS.filter((era) => era.kind === kind).reverse();

/** The eras as a menu, newest first: what runs today is on top. */
export const ERA_GROUPS: readonly EraGroup[] = [
  { title: 'Released', eras: of('release') },
  { title: 'Maintainer tree', eras: of('maintainer-tree') },
  { title: 'Proposals', eras: of('proposal') },
  { title: 'Patch series, 2016 to 2018', eras: of('series') },
];

/** "Linux 6.12 (6.12.117) · 268 cases run": what it is, and how its rules are known. */
export function eraWords(era: Era): string {
  return `${era.title} · ${evidenceOf(era).short}`;
}
