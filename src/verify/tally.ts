import { CHECK_KINDS, type CheckKind, type Difference } from './goldenCase.ts';
import { type ListCounts, NO_LISTS } from './listCounts.ts';

/** Counts checks and keeps what differs. */
export class Tally {
  readonly checked: Record<CheckKind, number> = Object.fromEntries(
    CHECK_KINDS.map((kind) => [kind, 0]),
  ) as Record<CheckKind, number>;
  readonly differences: Difference[] = [];
  kindNotShown = 0;
  /** Lists by the rules on which they rest. */
  readonly listRules = new Map<string, number>();
  readonly lists: Record<keyof ListCounts, number> = { ...NO_LISTS };

  check(kind: CheckKind, about: string, told: number | string, ours: number | string): void {
    this.note(kind, about, told === ours, String(told), String(ours));
  }

  /** A mapping; one of which nobody can tell the way has to be made, no more. */
  mapping(kind: CheckKind, about: string, told: string, ours: string): void {
    const isOpen = told === 'bus-or-host' || told === 'mapped';
    if (isOpen) this.kindNotShown++;
    const isRight = isOpen ? ours === 'bus' || ours === 'host' : ours === told;
    this.note(kind, about, isRight, told, ours);
  }

  note(kind: CheckKind, about: string, isRight: boolean, told: string, ours: string): void {
    this.checked[kind]++;
    if (!isRight) this.differences.push({ kind, about, kernel: told, derived: ours });
  }
}
