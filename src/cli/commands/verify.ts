import { HARDWARE_KINDS } from '../../verify/compareHardware.ts';
import { type DrawnReport, verifyDrawn } from '../../verify/drawnCase.ts';
import { CHECK_KINDS, type GoldenCase } from '../../verify/goldenCase.ts';
import { addCounts, type ListCounts, NO_LISTS } from '../../verify/listCounts.ts';
import { readDrawing } from '../../verify/readDrawing.ts';
import { readGoldenCase, referenceOf } from '../../verify/readGoldenCase.ts';
import type { CaseDrawing } from '../../verify/topologyForm.ts';
import { verifyCase } from '../../verify/verifyCase.ts';
import { type Command, EXIT, type Terminal } from '../command.ts';
import { GoldenFiles, type GoldenText } from '../goldenFiles.ts';
import { cutLine, wrap } from '../text.ts';
import { UsageError } from '../usageError.ts';

export const verify: Command = {
  name: 'verify',
  summary: 'derive golden cases and compare them with what real kernels decided',
  synopsis: '[--drawn] CASE.json…',
  help: [
    'Cases are files of one (.json) or of one a line (.jsonl), packed (.gz) or not.',
    '--drawn takes only the description of each machine (its topology), draws it with',
    'parts of the catalogue, numbers it, and compares hardware and verdicts of that.',
    'Exit status 1 when something differs.',
  ],
  options: {
    drawn: { type: 'boolean' },
    json: { type: 'boolean' },
    help: { type: 'boolean', short: 'h' },
  },
  run: async (args, terminal) => {
    if (args.positionals.length === 0) throw new UsageError('No input: name a golden case.');
    const told = args.flag('json') ? null : terminal;
    const files = new GoldenFiles(terminal);
    const isDrawn = args.flag('drawn');
    const tally = new Tally(isDrawn ? [...HARDWARE_KINDS, ...CHECK_KINDS] : CHECK_KINDS);
    for (const path of args.positionals) {
      for (const golden of await casesOf(files, path, tally, terminal)) {
        const report = await verifyText(files, golden, path, isDrawn);
        if (typeof report === 'string') {
          tally.unreadable.push(golden.path);
          terminal.warn(`${wrap(`${golden.path}: ${report}`, 2)}\n`);
        } else {
          tally.add(report);
          if (told) tellCase(told, report);
        }
      }
    }
    if (told) tellCounts(told, tally);
    else terminal.out(`${JSON.stringify(tally.json())}\n`);
    if (tally.unreadable.length > 0) return EXIT.usage;
    return tally.failed > 0 ? EXIT.no : EXIT.done;
  },
};

/** The cases of a file; one that cannot be opened is told, and the others are read all the same. */
async function casesOf(
  files: GoldenFiles,
  path: string,
  tally: Tally,
  terminal: Terminal,
): Promise<readonly GoldenText[]> {
  try {
    return await files.cases(path);
  } catch (error) {
    if (!(error instanceof UsageError)) throw error;
    tally.unreadable.push(path);
    terminal.warn(`${wrap(error.message, 2)}\n`);
    return [];
  }
}

/** What came of one case: how much was compared, and what differs. */
interface Report {
  readonly id: string;
  readonly kernel: string;
  readonly checked: Readonly<Record<string, number>>;
  readonly kindNotShown: number;
  readonly mode: string;
  readonly lists: ListCounts;
  readonly differences: readonly Difference[];
}

interface Difference {
  readonly kind: string;
  readonly about: string;
  readonly kernel: string;
  readonly derived: string;
}

/** What came of it, or why it cannot be read. */
async function verifyText(
  files: GoldenFiles,
  { text }: GoldenText,
  path: string,
  isDrawn: boolean,
): Promise<Report | string> {
  const ref = referenceOf(text);
  const refText = ref === null ? null : await files.reference(ref, path);
  const golden = readGoldenCase(text, () => refText);
  if (!golden.ok) return golden.error.text;
  return isDrawn ? drawnReport(golden.value, text, refText) : verifyCase(golden.value);
}

function drawnReport(golden: GoldenCase, text: string, refText: string | null): Report | string {
  const drawing = readDrawing(text, () => refText);
  if (!drawing.ok) return drawing.error.text;
  const drawn = drawnOrWhyNot(golden, drawing.value);
  if (typeof drawn === 'string') return drawn;
  const { hardware, verdicts } = drawn;
  return {
    id: golden.input.id,
    kernel: golden.input.machine.settings.kernel.split('-')[0] ?? '',
    checked: { ...hardware.checked, ...verdicts?.checked },
    kindNotShown: verdicts?.kindNotShown ?? 0,
    mode: golden.input.mode,
    lists: verdicts?.lists ?? NO_LISTS,
    differences: [...hardware.differences, ...(verdicts?.differences ?? [])],
  };
}

/** A description may name parts that nobody knows. */
function drawnOrWhyNot(golden: GoldenCase, drawing: CaseDrawing): DrawnReport | string {
  try {
    return verifyDrawn(golden, drawing);
  } catch (error) {
    if (error instanceof RangeError) return `It cannot be drawn: ${error.message}.`;
    throw error;
  }
}

function tellCase(terminal: Terminal, { id, kernel, differences }: Report): void {
  if (differences.length === 0) return;
  terminal.out(`${cutLine(`${id}, kernel ${kernel}: ${differences.length} differ`)}\n`);
  for (const each of differences) {
    terminal.out(`${wrap(`  ${each.kind}: ${each.about}`, 6)}\n`);
    terminal.out(`${wrap(`    kernel: ${each.kernel}`, 13)}\n`);
    terminal.out(`${wrap(`    derived: ${each.derived}`, 13)}\n`);
  }
}

function tellCounts(terminal: Terminal, tally: Tally): void {
  for (const [kernel, row] of tally.kernels) {
    const counts = Object.entries(row.checks)
      .filter(([, { checked }]) => checked > 0)
      .map(([kind, { checked, differ }]) => {
        return `${kind} ${checked}${differ > 0 ? ` (${differ} differ)` : ''}`;
      })
      .join(', ');
    const cases = row.cases === 1 ? '1 case' : `${row.cases} cases`;
    terminal.out(`${wrap(`${kernel}: ${cases}: ${counts}`, 2)}\n`);
  }
  for (const [kernel, { lists }] of tally.kernels) {
    const modes = Object.entries(lists).filter(([, counts]) => counts.lists > 0);
    const counts = modes.map(([mode, each]) => `${mode} ${each.lists}`).join(', ');
    if (counts !== '') terminal.out(`${wrap(`${kernel}: lists by mode: ${counts}`, 2)}\n`);
  }
  const { checked, differ, kindNotShown, wayNotShown } = tally.sums();
  terminal.out(`${checked - differ} checks hold, ${differ} differ\n`);
  if (kindNotShown > 0) {
    terminal.out(
      `${wrap(`${kindNotShown} of the mappings were made, and the kernel shows no more of them`, 2)}\n`,
    );
  }
  if (wayNotShown > 0) {
    const text = `${wayNotShown} DMA entries of lists are bus or host addresses: the kernel does not show which`;
    terminal.out(`${wrap(text, 2)}\n`);
  }
  terminal.out(`${tally.passed} passed, ${tally.failed} failed\n`);
}

interface Count {
  checked: number;
  differ: number;
}

interface KernelRow {
  cases: number;
  passed: number;
  kindNotShown: number;
  /** By what the IOMMU did. */
  readonly lists: Record<string, ListCounts>;
  readonly checks: Readonly<Record<string, Count>>;
}

interface Sums {
  readonly checked: number;
  readonly differ: number;
  readonly kindNotShown: number;
  readonly wayNotShown: number;
}

/** What came of all cases, by kernel. */
class Tally {
  readonly kernels = new Map<string, KernelRow>();
  readonly unreadable: string[] = [];
  readonly #kinds: readonly string[];
  readonly #differences: (Difference & { readonly case: string; readonly release: string })[] = [];
  passed = 0;
  failed = 0;

  constructor(kinds: readonly string[]) {
    this.#kinds = kinds;
  }

  add({ id, kernel, checked, kindNotShown, mode, lists, differences }: Report): void {
    const row = this.#row(kernel);
    row.cases++;
    row.kindNotShown += kindNotShown;
    row.lists[mode] = addCounts(row.lists[mode] ?? NO_LISTS, lists);
    for (const [kind, count] of Object.entries(row.checks)) count.checked += checked[kind] ?? 0;
    for (const difference of differences) {
      const count = row.checks[difference.kind];
      if (count) count.differ++;
      this.#differences.push({ case: id, release: kernel, ...difference });
    }
    if (differences.length > 0) {
      this.failed++;
    } else {
      this.passed++;
      row.passed++;
    }
  }

  sums(): Sums {
    let [checked, differ, kindNotShown, wayNotShown] = [0, 0, 0, 0];
    for (const row of this.kernels.values()) {
      kindNotShown += row.kindNotShown;
      for (const counts of Object.values(row.lists)) wayNotShown += counts.wayNotShown;
      for (const count of Object.values(row.checks)) {
        checked += count.checked;
        differ += count.differ;
      }
    }
    return { checked, differ, kindNotShown, wayNotShown };
  }

  json() {
    const { checked, differ } = this.sums();
    return {
      passed: this.passed,
      failed: this.failed,
      checks: { passed: checked - differ, failed: differ },
      kernels: Object.fromEntries(this.kernels),
      differences: this.#differences,
      unreadable: this.unreadable,
    };
  }

  #row(kernel: string): KernelRow {
    let row = this.kernels.get(kernel);
    if (!row) {
      const checks = this.#kinds.map((kind) => [kind, { checked: 0, differ: 0 }] as const);
      row = { cases: 0, passed: 0, kindNotShown: 0, lists: {}, checks: Object.fromEntries(checks) };
      this.kernels.set(kernel, row);
    }
    return row;
  }
}
