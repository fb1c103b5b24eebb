import type { Analysis } from '../engine/analyze.ts';
import { formatCpu } from '../engine/kernel/conditions.ts';
import { portAcsMark } from '../engine/portAcsMark.ts';
import { risesToHost } from '../engine/risesToHost.ts';
import { describeFunction } from '../formats/write/describeFunction.ts';
import { judgedPair } from '../formats/write/svg/judgedPair.ts';
import { SVG_THEMES } from '../formats/write/svg/palette.ts';
import type { SvgPair } from '../formats/write/svg/svgPair.ts';
import { writeSvg } from '../formats/write/writeSvg.ts';
import { type GroupHull, groupHulls } from '../layout/groupHulls.ts';
import { layOut } from '../layout/layOut.ts';
import { DIRECTIONS, DRAWINGS, type Scene } from '../layout/scene.ts';
import type { FunctionId } from '../model/ids.ts';
import type { Machine } from '../model/machine.ts';
import type { PciNames } from '../model/pciNames.ts';
import type { ParsedArgs } from './args.ts';
import type { Terminal } from './command.ts';
import { analyzeAsAsked, assumedTexts, conditionRequest } from './conditionRequest.ts';
import { findFunction } from './findFunction.ts';
import { functionNames } from './functionNames.ts';
import { UsageError } from './usageError.ts';
import { wordOrFirst } from './wordOption.ts';

export const SVG_OPTIONS = {
  drawing: { type: 'string' },
  direction: { type: 'string' },
  theme: { type: 'string' },
  provider: { type: 'string' },
  client: { type: 'string' },
  groups: { type: 'boolean' },
} as const;

/** Reads what a picture is to show; to be called before the input is read. */
export function svgRequest(args: ParsedArgs) {
  const provider = args.text('provider');
  const client = args.text('client');
  if ((provider === null) !== (client === null)) {
    throw new UsageError('A pair takes both --provider BDF and --client BDF.');
  }
  return {
    drawing: wordOrFirst(args, 'drawing', DRAWINGS),
    direction: wordOrFirst(args, 'direction', DIRECTIONS),
    theme: wordOrFirst(args, 'theme', SVG_THEMES),
    pair: provider === null || client === null ? null : { provider, client },
    conditions: conditionRequest(args),
  };
}

/** The machine as a picture; of a pair, the way and the verdict. */
export function svgOf(
  read: Machine,
  names: PciNames | null,
  args: ParsedArgs,
  terminal: Terminal,
): string {
  const { drawing, direction, theme, pair, conditions: request } = svgRequest(args);
  // Ports are marked by the ACS words they run with, after boot where that is asked for.
  const analysis = analyzeAsAsked(read, request, terminal);
  const { machine } = analysis;
  const titles = (fn: Machine['functions'][number]) => describeFunction(fn, names);
  const scene = layOut(machine, { drawing, direction, titleOf: titles });
  const acs = new Map(machine.functions.map((fn) => [fn.id, portAcsMark(fn)]));
  const hulls = args.flag('groups') ? hullsOf(scene, analysis) : [];
  const shown = { title: machine.name, theme, ground: 'paper', acs, hulls } as const;
  if (!pair) {
    const { kernel } = analysis.conditions;
    const isBare = kernel.source === 'default' && hulls.length === 0;
    const conditions = isBare ? [] : [kernel.value.title];
    return writeSvg(scene, { ...shown, conditions, pair: null });
  }
  const provider = findFunction(machine, pair.provider, '--provider');
  const client = findFunction(machine, pair.client, '--client');
  return writeSvg(scene, { ...shown, ...judged(scene, analysis, provider, client, args) });
}

/** Outlines of the groups that have more than one member, by the kernel's numbers. */
function hullsOf(scene: Scene, analysis: Analysis): readonly GroupHull[] {
  const groups = analysis.groups().groups.map(({ members }, group) => ({
    group,
    members: members.map((member) => member.function),
  }));
  return groupHulls(
    scene,
    groups.filter(({ members }) => members.length > 1),
  );
}

function judged(
  scene: Scene,
  analysis: Analysis,
  provider: FunctionId,
  client: FunctionId,
  args: ParsedArgs,
): { readonly conditions: readonly string[]; readonly pair: SvgPair } {
  const { machine } = analysis;
  const verdict = analysis.pair(provider, client);
  const { kernel, cpu } = analysis.conditions;
  return {
    conditions: [
      `Judged as ${kernel.value.title}; CPU ${formatCpu(cpu.value)}`,
      ...assumedTexts(analysis, args).map((text) => `assumed: ${text}`),
    ],
    pair: judgedPair(scene, machine, verdict, risesToHost(verdict), functionNames(machine)),
  };
}
