import { type Problem, problemError, problemNote, problemWarning } from '../../../base/problem.ts';
import { err, ok } from '../../../base/result.ts';
import { knownOrNull } from '../../../base/unknown.ts';
import { compareAddresses } from '../../../model/address.ts';
import { blankMachine } from '../../../model/blank.ts';
import type { FunctionId } from '../../../model/ids.ts';
import type { PciFunction } from '../../../model/pciFunction.ts';
import { readContext } from '../context/readContext.ts';
import type { ReadResult } from '../readReport.ts';
import { resolveParents } from '../resolveParents.ts';
import type { TextLine } from '../textLine.ts';
import { buildFunction } from './buildFunction.ts';
import { cleanLines } from './cleanLines.ts';
import { dumpEvidence } from './dumpEvidence.ts';
import { dumpNotes } from './dumpNotes.ts';
import { hostNameIn } from './foreignLine.ts';
import { type FunctionRecord, readFunctionRecords } from './functionRecord.ts';
import { settleProblems } from './problemList.ts';
import { isQuotedPrintable } from './quotedPrintable.ts';
import { settleFacts } from './settleFacts.ts';
import { inferMultifunction } from './siblings.ts';
import { findSlots } from './slots.ts';
import { splitBlocks } from './splitBlocks.ts';
import { fillVirtualIds } from './virtualIds.ts';

const FORMAT = 'lspci';

const NOTHING_FOUND = problemError(
  'No line of this text begins a function the way lspci prints it.',
  { hint: 'Paste the output of sudo lspci -vvv, from its first line.' },
);

const WAS_ENCODED = problemNote(
  'The text is the raw form of a mail (quoted-printable); it was decoded.',
  { treatment: 'understood' },
);

/** A listing from another boot, or machine: told once, with the first example. */
function groupContradictions(
  records: readonly FunctionRecord[],
  groups: ReadonlyMap<string, string>,
  groupLines: ReadonlyMap<string, number>,
): readonly Problem[] {
  const clashes = records.filter(({ id, facts }) => {
    const [stated, listed] = [facts.iommuGroup?.value ?? null, groups.get(id)];
    return stated !== null && listed !== undefined && stated !== listed;
  });
  const [first] = clashes;
  if (!first) return [];
  const { id, facts } = first;
  const line = facts.iommuGroup?.line ?? first.line;
  const more = clashes.length > 1 ? ` (and ${clashes.length - 1} more like it)` : '';
  const text = `${id} is in IOMMU group ${facts.iommuGroup?.value} by the dump, line ${line}, and in group ${groups.get(id)} by the listing, line ${groupLines.get(id)}${more}. The dump's is used.`;
  const hint = 'Remove what does not belong to this boot.';
  return [problemWarning(text, { line, where: id, hint, treatment: 'guessed' })];
}

function nameOf(foreign: readonly TextLine[]): string {
  for (const { text } of foreign) {
    const name = hostNameIn(text);
    if (name !== null) return name;
  }
  return 'lspci dump';
}

function buildFunctions(
  records: readonly FunctionRecord[],
  groups: ReadonlyMap<string, string>,
): readonly PciFunction[] {
  const dump = dumpEvidence(records);
  const functions = records.map(({ id, address, facts, evidence }) => {
    settleFacts(facts, evidence, dump);
    const fn = buildFunction(id, address, facts);
    const group = groups.get(id);
    const isStated = knownOrNull(fn.iommuGroup) !== null;
    return isStated || group === undefined ? fn : { ...fn, iommuGroup: group };
  });
  return functions.sort((a, b) =>
    a.address && b.address ? compareAddresses(a.address, b.address) : 0,
  );
}

function slotNames(records: readonly FunctionRecord[]): ReadonlyMap<FunctionId, string> {
  const names = new Map<FunctionId, string>();
  for (const { id, facts } of records) {
    if (facts.physicalSlot) names.set(id, facts.physicalSlot.value);
  }
  return names;
}

/**
 * Reads a paste that holds output of lspci, in any verbosity, as words, bytes or both, among
 * anything else: prompts, logs, mail. What the output could not show stays unknown.
 */
export function readLspci(text: string): ReadResult {
  const split = splitBlocks(cleanLines(text));
  const { blocks, foreign, shared } = split;
  if (blocks.length === 0) return err(settleProblems([...split.problems, NOTHING_FOUND]));

  const contradictions: Problem[] = [];
  const records = readFunctionRecords(blocks, contradictions);
  const context = readContext(foreign);
  const groupProblems = groupContradictions(records, context.groups, context.groupLines);
  const lines = new Map(records.map(({ id, line }) => [id, line]));
  const resolved = resolveParents(
    buildFunctions(records, context.groups),
    (fn) => lines.get(fn.id) ?? null,
  );
  const { functions, slots } = findSlots(
    inferMultifunction(fillVirtualIds(resolved.functions)),
    slotNames(records),
  );
  const isUnderstood = (line: number) => context.understood.has(line) || shared.has(line);
  const problems = [
    ...(isQuotedPrintable(text) ? [WAS_ENCODED] : []),
    ...split.problems,
    ...contradictions,
    ...context.problems,
    ...groupProblems,
    ...resolved.problems,
    ...dumpNotes(records, foreign, isUnderstood),
  ];

  const machine = blankMachine('captured', nameOf(foreign));
  return ok({
    format: FORMAT,
    machine: {
      ...machine,
      functions,
      hostBridges: resolved.hostBridges,
      slots,
      settings: { ...machine.settings, ...context.settings },
    },
    problems: settleProblems(problems),
  });
}
