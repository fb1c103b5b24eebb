import type { Problem } from '../../../base/problem.ts';
import { formatAddress, type PciAddress } from '../../../model/address.ts';
import type { FunctionId } from '../../../model/ids.ts';
import { decodeConfigSpace } from '../configSpace/decodeConfigSpace.ts';
import type { Facts } from '../configSpace/functionFacts.ts';
import type { Block } from './block.ts';
import { mergeFacts } from './mergeFacts.ts';
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

/** Words and bytes of one block; the bytes are the registers themselves and win. */
function readBlock(block: Block, id: string, problems: Problem[]): FunctionRecord {
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
  mergeFacts(facts, decoded.facts, 'bytes', id, problems);
  return record;
}

/** Reads every block; a function that a paste shows several times becomes one record. */
export function readFunctionRecords(
  blocks: readonly Block[],
  problems: Problem[],
): readonly FunctionRecord[] {
  const records = new Map<string, FunctionRecord>();
  for (const block of blocks) {
    const id = formatAddress(block.address);
    const next = readBlock(block, id, problems);
    const record = records.get(id);
    if (!record) {
      records.set(id, next);
      continue;
    }
    mergeFacts(record.facts, next.facts, 'later block', id, problems);
    record.evidence = mergeEvidence(record.evidence, next.evidence);
    record.readAsOnes = record.readAsOnes && next.readAsOnes;
  }
  return [...records.values()];
}
