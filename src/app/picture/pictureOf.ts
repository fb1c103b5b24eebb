import { severalHulls } from '../../canvas/groups/shownHulls.ts';
import { documentTitles } from '../../canvas/names/documentTitles.ts';
import { pairLook } from '../../canvas/pair/pairLook.ts';
import { pageArrangements } from '../../canvas/state/Arrangements.ts';
import type { ThroughputReport } from '../../engine/flows/throughputReport.ts';
import { formatCpu } from '../../engine/kernel/conditions.ts';
import { portAcsMark } from '../../engine/portAcsMark.ts';
import { risesToHost } from '../../engine/risesToHost.ts';
import { judgedPair } from '../../formats/write/svg/judgedPair.ts';
import type { SvgTheme } from '../../formats/write/svg/palette.ts';
import { writeSvg } from '../../formats/write/writeSvg.ts';
import { heatOf } from '../../layout/flows/heatOf.ts';
import { layOut } from '../../layout/layOut.ts';
import { documentAsRun } from '../../store/machineAsRun.ts';
import { partNamed } from '../../store/partNamed.ts';
import type { PeerlaneState } from '../../store/state.ts';

type Shown = Pick<
  PeerlaneState,
  'document' | 'results' | 'isolated' | 'explained' | 'pair' | 'view'
> &
  // What links carry is drawn where a picture is made of a whole state.
  Partial<Pick<PeerlaneState, 'throughput' | 'flows'>>;

/**
 * The machine as the sheet draws it, as an SVG on its own: with the chosen pair and the groups that are
 * outlined, as far as the engine has answered for this state of the document. `null`: nothing is open.
 */
export function pictureOf(state: Shown, theme: SvgTheme): string | null {
  const document = documentAsRun(state);
  if (!document) return null;
  const { machine, revision } = document;
  const { drawing, direction, isStacked, hasGroupHulls } = state.view;
  const titleOf = documentTitles(document);
  const former = pageArrangements.of(document, state.view);
  const manner = { drawing, direction, isStacked };
  const scene = layOut(machine, { ...manner, titleOf, ...(former && { former }) });
  const groups = state.isolated?.revision === revision ? state.isolated.groups : null;
  const hulls = hasGroupHulls && groups ? severalHulls(scene, groups) : [];
  const look = pairLook(state);
  const verdict = look.kind === 'both' ? look.explanation?.verdict : undefined;
  const pair = verdict
    ? judgedPair(scene, machine, verdict, risesToHost(verdict), (id) => partNamed(machine, id))
    : null;
  const report = carriedNow(state);
  const acs = new Map(machine.functions.map((fn) => [fn.id, portAcsMark(fn)]));
  const heat = report && heatOf(scene, report.links, acs);
  return writeSvg(scene, {
    title: machine.name,
    theme,
    ground: 'paper',
    acs,
    hulls,
    pair,
    heat,
    conditions: [
      ...(pair || hulls.length > 0 ? conditionsOf(state) : []),
      ...(report && heat && !pair ? [`What links carry: ${report.under}`] : []),
    ],
  });
}

/** What flows get, where the sheet shows it and the answer is about this state. */
function carriedNow({ document, throughput, flows, view }: Shown): ThroughputReport | null {
  if (!document || !view.hasFlowHeat || !throughput) return null;
  const isNow = throughput.revision === document.revision && throughput.options === flows?.options;
  const { workload } = document.machine;
  return isNow && workload.flows.length + workload.groups.length > 0 ? throughput.report : null;
}

/** Under which conditions what is drawn was judged. */
function conditionsOf({ document, results }: Shown): readonly string[] {
  if (!results || results.revision !== document?.revision) return [];
  const { kernel, cpu, assumed } = results.conditions;
  return [
    `Judged as ${kernel.value.title}; CPU ${formatCpu(cpu.value)}`,
    ...assumed.map(({ text }) => `assumed: ${text}`),
  ];
}
