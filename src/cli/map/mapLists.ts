import type { ConditionRequest } from '../../engine/kernel/conditions.ts';
import { mapList } from '../../engine/mapping/mapList.ts';
import { USUAL_MAPPING } from '../../engine/mapping/mappingOptions.ts';
import type { MappingReport } from '../../engine/mapping/mappingReport.ts';
import type { Machine } from '../../model/machine.ts';
import type { Scatterlist } from '../../model/workload.ts';
import type { ParsedArgs } from '../args.ts';
import type { Terminal } from '../command.ts';
import { analyzeAsAsked, assumedTexts } from '../conditionRequest.ts';
import { findFunction } from '../findFunction.ts';
import { functionNames } from '../functionNames.ts';
import { readInputAloud } from '../input.ts';
import { wrap } from '../text.ts';
import { UsageError } from '../usageError.ts';
import type { Choices } from './mappingChoices.ts';
import { mappingJson } from './mappingJson.ts';
import { COLUMNS, entriesText, mappingLines } from './mappingText.ts';

/** Maps the lists of a machine, or the one that is asked for, and tells what became of them. */
export async function mapLists(
  args: ParsedArgs,
  request: ConditionRequest,
  choices: Choices,
  terminal: Terminal,
): Promise<void> {
  const { machine } = await readInputAloud(args, terminal);
  const other = args.text('client');
  const client = other === null ? null : findFunction(machine, other, '--client');
  const lists = listsAsked(machine, args.text('list')).map((list) =>
    client === null ? list : { ...list, client },
  );
  const analysis = analyzeAsAsked(machine, request, terminal);
  const options = { ...USUAL_MAPPING, ...choices };
  const name = functionNames(machine);
  const mapped = lists.map((list) => ({
    list: listName(list),
    client: name(list.client),
    report: mapList(analysis, { list, options, conditions: {} }),
  }));
  const assumed = assumedTexts(analysis, args);
  if (args.flag('json')) {
    terminal.out(
      `${JSON.stringify({
        kernel: analysis.conditions.kernel.value.id,
        assumed,
        lists: mapped.map(({ list, client, report }) => ({
          list,
          client,
          under: report.under,
          mapper: report.chosen.kind,
          chain: report.chosen.chain.map(({ call }) => call),
          operations: report.chosen.operations,
          drivers: report.chosen.drivers,
          ...mappingJson(report.mapping),
          wire: report.wire.map(({ output, fate, text }) => ({ output, fate, text })),
          remarks: report.remarks,
        })),
      })}\n`,
    );
    return;
  }
  const say = (text: string, indent = 0) => terminal.out(`${wrap(text, indent, COLUMNS)}\n`);
  say(analysis.conditions.kernel.value.title);
  for (const text of assumed) say(`assumed: ${text}`, 9);
  const common = commonNotes(mapped.map(({ report }) => notesOf(report)));
  for (const { list, client, report } of mapped) {
    terminal.out('\n');
    say(`${list}: ${entriesText(report.entries.length)} for ${client}; ${report.under}`, 4);
    tellReport(report, common, say, terminal);
  }
  if (common.size > 0) terminal.out('\nFor all of these lists\n');
  for (const text of common) say(`  note: ${text}`, 4);
}

/** What the answer takes for granted stands above, for all lists. */
const notesOf = ({ remarks }: MappingReport): readonly string[] =>
  remarks.filter((text) => !text.startsWith('Assumed:'));

/** What would be said of each of several lists: that is said once. */
function commonNotes(notes: readonly (readonly string[])[]): ReadonlySet<string> {
  const [first = [], ...others] = notes;
  if (others.length === 0) return new Set();
  return new Set(first.filter((text) => others.every((each) => each.includes(text))));
}

function tellReport(
  report: MappingReport,
  common: ReadonlySet<string>,
  say: (text: string, indent?: number) => void,
  terminal: Terminal,
): void {
  const { chosen, mapping, options, wire } = report;
  say(`  ${chosen.chain.map(({ call }) => call).join(' > ')}`, 4);
  const { operations = [], drivers } = chosen;
  if (operations.length > 1) for (const text of operations) say(`  operations: ${text}`, 4);
  if (options.design !== 'kernel' && drivers)
    say(`  drivers that have to know of peers: ${drivers}`, 4);
  terminal.out(`${mappingLines(mapping).join('\n')}\n`);
  for (const { output, fate, text } of wire) {
    if (fate !== 'reaches') say(`  out ${output} ${fate}: ${text}`, 4);
  }
  for (const text of notesOf(report)) if (!common.has(text)) say(`  note: ${text}`, 4);
}

/** By name or id; without one, all of them. */
function listsAsked(
  { workload: { scatterlists } }: Machine,
  wanted: string | null,
): readonly Scatterlist[] {
  if (scatterlists.length === 0) {
    throw new UsageError(
      'The input holds no list. In a sketch: list L on nic0: ram 4 x 4K scattered, nvme0+0+8K',
    );
  }
  if (wanted === null) return scatterlists;
  const found = scatterlists.filter(({ id, label }) => label === wanted || id === wanted);
  if (found.length > 0) return found;
  const names = scatterlists.map(listName).join(', ');
  throw new UsageError(`--list ${wanted}: there is no such list; lists: ${names}.`);
}

const listName = ({ id, label }: Scatterlist): string => label ?? id;
