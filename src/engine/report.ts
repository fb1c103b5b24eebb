// What answers are made of, for those who show them: pictures, tables, files.
export type { Explanation } from './explain/explainPair.ts';
export type { Fix } from './explain/fixes.ts';
export type { Reason } from './explain/reason.ts';
export type { Assumption, Conditions } from './kernel/conditions.ts';
export type { Confidence, MapType, PairRule, PairVerdict } from './p2pdma/verdict.ts';
