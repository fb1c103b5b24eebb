import { type Problem, problemNote, problemWarning } from '../../../base/problem.ts';
import { formatAddress, type PciAddress } from '../../../model/address.ts';
import type { FunctionId } from '../../../model/ids.ts';
import { decodeConfigSpace } from '../configSpace/decodeConfigSpace.ts';
import type { Facts } from '../configSpace/functionFacts.ts';
import type { Block } from './block.ts';
import { mergeFacts } from './mergeFacts.ts';
import { type MovedRegion, movedRegions, noteMoves } from './movedRegions.ts';
import { readBlockText } from './readBlockText.ts';
import { mergeEvidence } from './settleFacts.ts';
import type { TextEvidence } from './textDraft.ts';

/** All that the blocks of one function say, put together. */
export interface FunctionRecord {
  readonly id: FunctionId;
  readonly address: PciAddress;
  /** Line of its first header. */
  readonly line: number;
  readonly facts: Facts;
  evidence: TextEvidence;
  /** Its bytes were printed, and all were ff. */
  readAsOnes: boolean;
}

/** What all blocks show together, beyond the functions' own facts. */
interface Reading {
  readonly problems: Problem[];
  readonly moves: MovedRegion[];
}

/** Words and bytes of one block; the bytes are the registers themselves and win. */
function readBlock(block: Block, id: string, { problems, moves }: Reading): FunctionRecord {
  const { facts, evidence } = readBlockText(block);
  const record: FunctionRecord = {
    id: id as FunctionId,
    address: block.address,
    line: block.line,
    facts,
    evidence,
    readAsOnes: false,
  };
  if (block.space === null) return record;
  const decoded = decodeConfigSpace(block.space, block.hexLine ?? block.line);
  record.readAsOnes = !decoded.answered;
  if (decoded.extendedBroken) evidence.extendedBroken = true;
  for (const move of movedRegions(facts, decoded.facts, id)) moves.push(move);
  mergeFacts(facts, decoded.facts, 'bytes', id, problems);
  return record;
}

/** One card may be replaced between two outputs; several at once are another machine. */
const FEWEST_REPLACED = 2;
/** Of two machines, everything contradicts: a few examples do. */
const MOST_CONTRADICTIONS = 5;

/** Do two blocks of one address show different devices? */
function areDifferent(a: Facts, b: Facts): boolean {
  const differs = (name: 'vendorId' | 'deviceId' | 'className'): boolean => {
    const [first, second] = [a[name], b[name]];
    return first !== undefined && second !== undefined && first.value !== second.value;
  };
  if (a.deviceId && b.deviceId) return differs('vendorId') || differs('deviceId');
  // Names of devices change with the list of names, those of classes hardly ever.
  return differs('className');
}

/** What is said where blocks contradict each other, with the functions that are not the same. */
function settleContradictions(
  contradictions: readonly Problem[],
  different: readonly { readonly id: string; readonly line: number; readonly before: number }[],
): readonly Problem[] {
  const [first] = different;
  // A card may have several functions.
  const cards = new Set(different.map(({ id }) => id.slice(0, id.indexOf('.'))));
  if (!first || cards.size < FEWEST_REPLACED) return contradictions;
  const left = contradictions.length - MOST_CONTRADICTIONS;
  const text = `The paste seems to hold two machines: ${different.length} addresses have different devices, the first ${first.id} in lines ${first.before} and ${first.line}. What comes later is taken, which mixes them.`;
  const hint = 'Read the output of each machine by itself.';
  return [
    problemWarning(text, { line: first.line, hint, treatment: 'guessed' }),
    ...contradictions.slice(0, MOST_CONTRADICTIONS),
    ...(left > 0
      ? [
          problemNote(`${left} more contradictions like these are not listed.`, {
            treatment: 'guessed',
          }),
        ]
      : []),
  ];
}

/** Reads every block; a function that a paste shows several times becomes one record. */
export function readFunctionRecords(
  blocks: readonly Block[],
  problems: Problem[],
): readonly FunctionRecord[] {
  const records = new Map<string, FunctionRecord>();
  const reading: Reading = { problems, moves: [] };
  const contradictions: Problem[] = [];
  const different: { id: string; line: number; before: number }[] = [];
  for (const block of blocks) {
    const id = formatAddress(block.address);
    const next = readBlock(block, id, reading);
    const record = records.get(id);
    if (!record) {
      records.set(id, next);
      continue;
    }
    if (areDifferent(record.facts, next.facts)) {
      different.push({ id, line: next.line, before: record.line });
    }
    mergeFacts(record.facts, next.facts, 'later block', id, contradictions);
    record.evidence = mergeEvidence(record.evidence, next.evidence);
    record.readAsOnes = record.readAsOnes && next.readAsOnes;
  }
  for (const problem of noteMoves(reading.moves)) problems.push(problem);
  for (const problem of settleContradictions(contradictions, different)) problems.push(problem);
  return [...records.values()];
}
