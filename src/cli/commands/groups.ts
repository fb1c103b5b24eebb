import type { Analysis } from '../../engine/analyze.ts';
import { groupCauseText } from '../../engine/explain/groupCauseText.ts';
import { isTakenAsLone } from '../../engine/iommu/isTakenAsLone.ts';
import type { Era } from '../../engine/kernel/eras.ts';
import type { IommuGroups } from '../../engine/report.ts';
import { CONDITION_OPTIONS, SHARED_OPTIONS } from '../args.ts';
import { type Command, EXIT, type Terminal } from '../command.ts';
import { analyzeAsAsked, assumedTexts, conditionRequest } from '../conditionRequest.ts';
import { type FunctionNames, functionNames } from '../functionNames.ts';
import { readInputAloud } from '../input.ts';
import { wrap } from '../text.ts';

export const groups: Command = {
  name: 'groups',
  summary: 'which functions share an IOMMU group, and why',
  synopsis: 'FILE',
  help: [
    'Computed from the rules, never echoed from the input. Where no IOMMU is in',
    'use, the groups are those that there would be with one ("hypothetical").',
  ],
  options: { ...SHARED_OPTIONS, ...CONDITION_OPTIONS },
  run: async (args, terminal) => {
    const request = conditionRequest(args);
    const { machine } = await readInputAloud(args, terminal);
    const analysis = analyzeAsAsked(machine, request, terminal);
    const found = analysis.groups();
    const name = functionNames(machine);
    const assumed = [...assumedTexts(analysis, args), ...hiddenTexts(found, analysis, name)];
    const write = args.flag('json') ? writeJson : writeText;
    write({ kernel: analysis.conditions.kernel.value, found, assumed, name }, terminal);
    return EXIT.done;
  },
};

interface Answer {
  readonly kernel: Era;
  readonly found: IommuGroups;
  readonly assumed: readonly string[];
  readonly name: FunctionNames;
}

function hiddenTexts(
  found: IommuGroups,
  { machine }: Analysis,
  name: FunctionNames,
): readonly string[] {
  const lone = new Set(machine.functions.filter(isTakenAsLone).map(({ id }) => id));
  return [
    ...found.assumed.map((id) => `${name(id)} does not isolate: the input hides its ACS`),
    ...found.assumedIsolating.map((id) =>
      lone.has(id)
        ? `${name(id)} isolates, as the only function of its device: the input hides whether it is`
        : `${name(id)} isolates, as the kernel sets its hidden ACS words at boot`,
    ),
    ...found.wayHidden.map(
      (id) => `nothing above ${name(id)} decides its group: the input does not show the way up`,
    ),
  ];
}

/** Domains may have more than four digits, so text order is not their order. */
function byAddress(a: string, b: string): number {
  return a.length - b.length || (a < b ? -1 : 1);
}

function writeJson({ kernel, found, assumed, name }: Answer, terminal: Terminal): void {
  const lists = found.groups
    .map(({ members }) => members.map((member) => name(member.function)).sort(byAddress))
    .sort(([a = ''], [b = '']) => byAddress(a, b));
  const ungrouped = found.ungrouped.map(({ function: id, why }) => ({ bdf: name(id), why }));
  terminal.out(
    `${JSON.stringify({
      kernel: kernel.id,
      groups: lists,
      assumed,
      ...(found.hypothetical && { hypothetical: true }),
      ...(ungrouped.length > 0 && { ungrouped }),
    })}\n`,
  );
}

function writeText({ kernel, found, assumed, name }: Answer, terminal: Terminal): void {
  terminal.out(`${kernel.title}\n`);
  for (const text of assumed) terminal.out(`${wrap(`assumed: ${text}`, 9)}\n`);
  if (found.hypothetical) terminal.out('No IOMMU is in use: these groups there would be.\n');
  found.groups.forEach(({ members }, number) => {
    terminal.out(`\ngroup ${number}\n`);
    for (const { function: id, cause } of members) {
      const why = cause.kind === 'own' ? '' : `: ${groupCauseText(cause, name)}`;
      terminal.out(`${wrap(`  ${name(id)}${why}`, 4)}\n`);
    }
  });
  if (found.ungrouped.length === 0) return;
  terminal.out('\nwithout a group\n');
  for (const { function: id, why } of found.ungrouped) {
    terminal.out(`${wrap(`  ${name(id)}: ${why}`, 4)}\n`);
  }
}
