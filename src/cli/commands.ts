import type { Command } from './command.ts';
import { acs } from './commands/acs.ts';
import { check } from './commands/check.ts';
import { collect } from './commands/collect.ts';
import { convert } from './commands/convert.ts';
import { explain } from './commands/explain.ts';
import { find } from './commands/find.ts';
import { groups } from './commands/groups.ts';
import { link } from './commands/link.ts';
import { list } from './commands/list.ts';
import { map } from './commands/map.ts';
import { p2p } from './commands/p2p.ts';
import { throughput } from './commands/throughput.ts';
import { tree } from './commands/tree.ts';
import { verify } from './commands/verify.ts';

/** All commands, in the order of the help. */
export const COMMANDS: readonly Command[] = [
  p2p,
  explain,
  find,
  acs,
  groups,
  map,
  throughput,
  link,
  list,
  tree,
  check,
  convert,
  collect,
  verify,
];
