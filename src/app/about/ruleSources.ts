import { ERAS, type Era, eraById, eraOrder } from '../../engine/kernel/eras.ts';
import { evidenceOf } from '../../engine/kernel/evidenceOf.ts';
import { ruleEvidenceText } from '../../engine/kernel/ruleEvidenceText.ts';
import { ALLOW_LIST, type AllowListRow } from '../../engine/p2pdma/allowList.ts';
import { RULES } from '../../engine/rules.ts';
import { formatPciId } from '../../model/pciId.ts';

const RELEASED = ERAS.filter((era) => era.accepted);

/** "Linux 4.20 to 7.1, confirmed by running kernels, 5.4 to 7.0" */
export function kernelWords(): string {
  const run = RELEASED.filter(({ evidence }) => evidence === 'running-kernels');
  return `Linux ${range(RELEASED)}, confirmed by running kernels, ${range(run)}`;
}

/** A line of what the rules go by: what it is, and how it is known. */
export interface SourceLine {
  readonly id: string;
  readonly title: string;
  readonly known: string;
}

/** Every kernel of the table, newest first. */
export function eraLines(): readonly SourceLine[] {
  return ERAS.map((era) => ({
    id: era.id,
    title: era.title,
    known: evidenceOf(era).text,
  })).reverse();
}

/** Every rule of the engine, in the order of its table of contents. */
export function ruleLines(): readonly SourceLine[] {
  return Object.values(RULES).map((rule) => ({
    id: rule.id,
    title: rule.title,
    known: `${rule.source}; ${ruleEvidenceText(rule)}`,
  }));
}

function range(eras: readonly Era[]): string {
  return `${eras[0]?.id} to ${eras.at(-1)?.id}`;
}

/** The last rows of the kernel's list of host bridges: in a release, and in what is still to come. */
export function hostListWords(): readonly string[] {
  const rows = ALLOW_LIST.toSorted((a, b) => eraOrder(a.since) - eraOrder(b.since));
  const released = rows.findLast(({ since }) => eraById(since).accepted);
  const last = rows.at(-1);
  return [...new Set([released, last])].flatMap((row) => (row ? [rowWords(row)] : []));
}

/** "8086:4948 Intel accelerator …, since Linux 7.1" */
function rowWords({ vendor, device, platform, since }: AllowListRow): string {
  const id = device === null ? `${hex4(vendor)}:any` : formatPciId({ vendor, device });
  const { accepted, title } = eraById(since);
  return `${id} ${platform}, ${accepted ? `since Linux ${since}` : `in the ${title}`}`;
}

const hex4 = (word: number) => word.toString(16).padStart(4, '0');
