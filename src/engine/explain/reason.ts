import type { FunctionId } from '../../model/ids.ts';
import type { Rule } from '../rule.ts';

/** One step of the argument: what was found, on which functions, by which rule. */
export interface Reason {
  readonly rule: string;
  readonly text: string;
  readonly functions: readonly FunctionId[];
  readonly source: string;
}

/** A step by that rule, with the rule's source. */
export function reason(rule: Rule, text: string, functions: readonly FunctionId[] = []): Reason {
  return { rule: rule.id, text, functions, source: rule.source };
}
