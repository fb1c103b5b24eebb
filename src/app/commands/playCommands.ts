import {
  canPlay,
  goToHop,
  lastHop,
  nextSpeed,
  stepPlay,
  togglePlay,
} from '../../canvas/play/playMoves.ts';
import { playableWalk } from '../../store/playing.ts';
import type { Play } from '../../store/state.ts';
import { type Command, type CommandContext, hasSheet } from './command.ts';

const isPlaying = ({ state }: CommandContext) => state.play !== null;
const hopOf = ({ state }: CommandContext) => state.play?.hop ?? 0;

function start(operation: Play['operation'], keywords: string): Command {
  return {
    id: `play.${operation}`,
    group: 'Play',
    title: `Play a ${operation}`,
    keys: [],
    keywords: `simulate animate request packet tlp ${keywords}`,
    when: (context) => hasSheet(context) && playableWalk(context.state, operation) !== null,
    isOn: ({ state }) => state.play?.operation === operation,
    run: ({ state }) => state.actions.startPlay(operation),
  };
}

function move(
  id: string,
  title: string,
  keys: readonly string[],
  when: (context: CommandContext) => boolean,
  run: Command['run'],
): Command {
  return {
    id: `play.${id}`,
    group: 'Play',
    title,
    keys,
    keywords: 'play hop packet',
    when: (context) => isPlaying(context) && when(context),
    run,
  };
}

function pace(id: 'faster' | 'slower', title: string, keys: readonly string[]): Command {
  const by = id === 'faster' ? 1 : -1;
  const speedOf = ({ state }: CommandContext) => state.play?.speed ?? 1;
  return move(
    id,
    title,
    keys,
    (context) => nextSpeed(speedOf(context), by) !== speedOf(context),
    (context) => context.state.actions.changePlay({ speed: nextSpeed(speedOf(context), by) }),
  );
}

/** A request of the chosen pair, hop by hop. The space bar on the sheet is the gestures' own. */
export const PLAY_COMMANDS: readonly Command[] = [
  start('write', 'posted'),
  start('read', 'non-posted completion'),
  {
    id: 'play.toggle',
    group: 'Play',
    title: ({ state }) => (state.play?.isRunning ? 'Pause' : 'Play'),
    keys: ['.'],
    keywords: 'play pause halt resume',
    when: (context) => hasSheet(context) && (isPlaying(context) || canPlay(context.state)),
    run: ({ state }) => togglePlay(state),
  },
  move(
    'next',
    'Next hop',
    [']'],
    (context) => hopOf(context) < lastHop(context.state),
    ({ state }) => stepPlay(state, 1),
  ),
  move(
    'previous',
    'Previous hop',
    ['['],
    (context) => hopOf(context) > 0,
    ({ state }) => stepPlay(state, -1),
  ),
  move(
    'first',
    'First hop',
    [],
    (context) => hopOf(context) > 0,
    ({ state }) => goToHop(state, 0),
  ),
  move(
    'last',
    'Last hop',
    [],
    (context) => hopOf(context) < lastHop(context.state),
    ({ state }) => goToHop(state, lastHop(state)),
  ),
  pace('faster', 'Play faster', ['Shift+>', '>']),
  pace('slower', 'Play slower', ['Shift+<', '<']),
  {
    id: 'play.stop',
    group: 'Play',
    title: 'Stop playing',
    keys: ['Escape'],
    keywords: 'end close quit',
    when: isPlaying,
    run: ({ state }) => state.actions.stopPlay(),
  },
];
