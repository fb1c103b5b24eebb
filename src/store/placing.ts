import { dropTargets } from '../build/dropTargets.ts';
import { Aiming } from './aiming.ts';
import { arrivals } from './arrivals.ts';
import { carriedWords } from './carriedWords.ts';
import { changedMachine } from './changedMachine.ts';

/** What knows places and parts, in one piece: fetched when something is first carried. */
export const placing = { Aiming, arrivals, carriedWords, changedMachine, dropTargets };
export type Placing = typeof placing;
