/** How often something was compared with what a running kernel decided, without a difference. */
export interface EvidenceCount {
  readonly cases: number;
  readonly checks: number;
}

/** "268 cases, 210,000 checks" */
export function countText({ cases, checks }: EvidenceCount): string {
  return `${casesText(cases)}, ${grouped(checks)} ${checks === 1 ? 'check' : 'checks'}`;
}

/** "268 cases" */
export const casesText = (cases: number) => `${grouped(cases)} ${cases === 1 ? 'case' : 'cases'}`;

const grouped = (count: number) => String(count).replaceAll(/\B(?=(?:\d{3})+$)/g, ',');

/** What was counted under an id; `null` if nothing was. */
export function countOf(
  counts: Readonly<Record<string, EvidenceCount>>,
  id: string,
): EvidenceCount | null {
  return Object.hasOwn(counts, id) ? (counts[id] ?? null) : null;
}
