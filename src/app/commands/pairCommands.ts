import type { FunctionId } from '../../model/ids.ts';
import { focusSoon } from '../room/focusSoon.ts';
import { showPanel } from '../room/panels.ts';
import { type Command, type CommandContext, hasSheet } from './command.ts';

/** The function that a pair could be made with: the one in focus. */
function focused({ state }: CommandContext): FunctionId | null {
  const fn = state.document?.byId.get(state.focus as FunctionId);
  return fn?.id ?? null;
}

const isFunction = (context: CommandContext) => hasSheet(context) && focused(context) !== null;
const hasSelection = (context: CommandContext) =>
  hasSheet(context) && context.state.selection.size > 0;
const hasPair = ({ state }: CommandContext) =>
  state.pair.provider !== null || state.pair.client !== null;

function end(which: 'provider' | 'client', keys: readonly string[], keywords: string): Command {
  return {
    id: `pair.${which}`,
    group: 'Pair',
    title: `Set as ${which}`,
    keys,
    keywords,
    when: isFunction,
    run: (context) => context.state.actions.choose({ [which]: focused(context) }),
  };
}

/** Who is asked about, and a closer look at what is selected. */
export const PAIR_COMMANDS: readonly Command[] = [
  end('provider', ['p'], 'target memory source peer'),
  end('client', ['o'], 'initiator reader writer peer'),
  {
    id: 'pair.swap',
    group: 'Pair',
    title: 'Swap provider and client',
    keys: ['x'],
    keywords: 'exchange reverse turn',
    when: hasPair,
    run: ({ state }) =>
      state.actions.choose({ provider: state.pair.client, client: state.pair.provider }),
  },
  {
    id: 'pair.clear',
    group: 'Pair',
    title: 'Clear the pair',
    keys: ['Shift+x'],
    keywords: 'reset forget provider client path',
    when: hasPair,
    run: ({ state }) => state.actions.choose({ provider: null, client: null }),
  },
  {
    id: 'selection.inspect',
    group: 'Selection',
    title: 'Inspect',
    keys: ['i'],
    keywords: 'registers properties details inspector',
    when: hasSelection,
    run: ({ state, room }) => {
      showPanel('inspector', true, room, state);
      focusSoon('inspector');
    },
  },
];
