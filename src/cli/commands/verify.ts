import {
  type CaseReport,
  CHECK_KINDS,
  type CheckKind,
  type Difference,
} from '../../verify/goldenCase.ts';
import { readGoldenCase, referenceOf } from '../../verify/readGoldenCase.ts';
import { verifyCase } from '../../verify/verifyCase.ts';
import { type Command, EXIT, type Terminal } from '../command.ts';
import { GoldenFiles, type GoldenText } from '../goldenFiles.ts';
import { cutLine, wrap } from '../text.ts';
import { UsageError } from '../usageError.ts';

export const verify: Command = {
  name: 'verify',
  summary: 'derive golden cases and compare them with what real kernels decided',
  synopsis: 'CASE.json…',
  help: [
    'Cases are files of one (.json) or of one a line (.jsonl), packed (.gz) or not.',
    'Exit status 1 when something differs.',
  ],
  options: { json: { type: 'boolean' }, help: { type: 'boolean', short: 'h' } },
  run: async (args, terminal) => {
    if (args.positionals.length === 0) throw new UsageError('No input: name a golden case.');
    const told = args.flag('json') ? null : terminal;
    const files = new GoldenFiles(terminal);
    const tally = new Tally();
    for (const path of args.positionals) {
      for (const golden of await casesOf(files, path, tally, terminal)) {
        const report = await verifyText(files, golden, path);
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

/** What came of it, or why it cannot be read. */
async function verifyText(
  files: GoldenFiles,
  { text }: GoldenText,
  path: string,
): Promise<CaseReport | string> {
  const ref = referenceOf(text);
  const refText = ref === null ? null : await files.reference(ref, path);
  const golden = readGoldenCase(text, () => refText);
  return golden.ok ? verifyCase(golden.value) : golden.error.text;
}

function tellCase(terminal: Terminal, { id, kernel, differences }: CaseReport): void {
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
    const counts = CHECK_KINDS.filter((kind) => row.checks[kind].checked > 0)
      .map((kind) => {
        const { checked, differ } = row.checks[kind];
        return `${kind} ${checked}${differ > 0 ? ` (${differ} differ)` : ''}`;
      })
      .join(', ');
    const cases = row.cases === 1 ? '1 case' : `${row.cases} cases`;
    terminal.out(`${wrap(`${kernel}: ${cases}: ${counts}`, 2)}\n`);
  }
  const { checked, differ, kindNotShown } = tally.sums();
  terminal.out(`${checked - differ} checks hold, ${differ} differ\n`);
  if (kindNotShown > 0) {
    terminal.out(
      `${wrap(`${kindNotShown} of the mappings were made, and the kernel shows no more of them`, 2)}\n`,
    );
  }
  terminal.out(`${tally.passed} passed, ${tally.failed} failed\n`);
}

interface KernelRow {
  cases: number;
  passed: number;
  kindNotShown: number;
  readonly checks: Record<CheckKind, { checked: number; differ: number }>;
}

/** What came of all cases, by kernel. */
class Tally {
  readonly kernels = new Map<string, KernelRow>();
  readonly unreadable: string[] = [];
  readonly #differences: (Difference & { readonly case: string; readonly release: string })[] = [];
  passed = 0;
  failed = 0;

  add({ id, kernel, checked, kindNotShown, differences }: CaseReport): void {
    const row = this.#row(kernel);
    row.cases++;
    row.kindNotShown += kindNotShown;
    for (const kind of CHECK_KINDS) row.checks[kind].checked += checked[kind];
    for (const difference of differences) {
      row.checks[difference.kind].differ++;
      this.#differences.push({ case: id, release: kernel, ...difference });
    }
    if (differences.length > 0) {
      this.failed++;
    } else {
      this.passed++;
      row.passed++;
    }
  }

  sums(): { readonly checked: number; readonly differ: number; readonly kindNotShown: number } {
    let [checked, differ, kindNotShown] = [0, 0, 0];
    for (const row of this.kernels.values()) {
      kindNotShown += row.kindNotShown;
      for (const kind of CHECK_KINDS) {
        checked += row.checks[kind].checked;
        differ += row.checks[kind].differ;
      }
    }
    return { checked, differ, kindNotShown };
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
      const none = () => ({ checked: 0, differ: 0 });
      const checks = Object.fromEntries(CHECK_KINDS.map((kind) => [kind, none()]));
      row = { cases: 0, passed: 0, kindNotShown: 0, checks: checks as KernelRow['checks'] };
      this.kernels.set(kernel, row);
    }
    return row;
  }
}
