/** The movements that are measured, in the order of the table's rows. */
export const MEASURES = [
  'pan at fit',
  'pan at 100 %',
  'zoom fit-100 %-fit',
  'drag one at fit',
  'drag one at 100 %',
] as const;

/** What one technique took; times in ms. */
export interface Run {
  readonly mountMs: number;
  readonly elements: number;
  readonly layoutMs: number;
  readonly frames: Readonly<Record<(typeof MEASURES)[number], readonly number[]>>;
}

/** At 60 Hz, 2,000 functions: one frame in twenty may take longer than this, in ms. */
const GOAL_MS = 25;

/** The figures as a table of Markdown; the first of the runs is the one that others are held against. */
export function table(size: number, isCapped: boolean, runs: ReadonlyMap<string, Run>): string {
  const [ours] = runs.values();
  if (!ours) return '';
  const names = [...runs.keys()];
  const flows = names.filter((name) => name.startsWith('flow'));
  const clock = isCapped ? 'at 60 Hz' : "without a screen's clock";
  const heads = [...names.map(headOf), ...flows.map((name) => `${headOf(name)} : sheet`)];
  const lines = [
    `${size} functions; ms from frame to frame, median / 95th percentile, ${clock}`,
    '',
    row(['', ...heads]),
    row(['---', ...heads.map(() => '---:')]),
  ];
  for (const measure of MEASURES) {
    const times = (name: string) => runs.get(name)?.frames[measure] ?? [];
    lines.push(
      row([
        measure,
        ...names.map((name) => pair((q) => quantile(times(name), q), '')),
        ...flows.map((name) =>
          pair((q) => quantile(times(name), q) / quantile(ours.frames[measure], q), ' x'),
        ),
      ]),
    );
  }
  const single = (title: string, of: (run: Run) => number) =>
    row([
      title,
      ...[...runs.values()].map((run) => of(run).toFixed(0)),
      ...flows.map((name) => `${(of(runs.get(name) ?? ours) / of(ours)).toFixed(1)} x`),
    ]);
  lines.push(
    single('mount, ms', ({ mountMs }) => mountMs),
    single('elements at fit', ({ elements }) => elements),
    '',
    `Layout alone: ${ours.layoutMs.toFixed(1)} ms (in the sheet's mount, not in React Flow's).`,
  );
  if (isCapped) lines.push(goal(ours));
  return lines.join('\n');
}

function goal(ours: Run): string {
  const missed = MEASURES.filter((measure) => quantile(ours.frames[measure], 0.95) > GOAL_MS);
  const verdict = missed.length === 0 ? 'held' : `missed by ${missed.join(', ')}`;
  return `95th percentile within ${GOAL_MS} ms: ${verdict}.`;
}

export function quantile(times: readonly number[], q: number): number {
  const sorted = [...times].sort((a, b) => a - b);
  return sorted[Math.min(sorted.length - 1, Math.floor(sorted.length * q))] ?? Number.NaN;
}

function pair(of: (q: number) => number, unit: string): string {
  return `${of(0.5).toFixed(1)} / ${of(0.95).toFixed(1)}${unit}`;
}

function headOf(name: string): string {
  return name.replace('flow-visible', 'React Flow onlyVisible').replace(/^flow$/, 'React Flow');
}

function row(cells: readonly string[]): string {
  return `| ${cells.join(' | ')} |`;
}
