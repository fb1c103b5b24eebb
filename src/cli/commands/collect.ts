import { COLLECT_COMMAND } from '../../formats/read/context/collect.ts';
import { SHARED_OPTIONS } from '../args.ts';
import { type Command, EXIT } from '../command.ts';

export const collect: Command = {
  name: 'collect',
  summary: 'print the one-liner that gathers all that Peerlane can use',
  synopsis: '',
  help: ['Run it on the machine in question; paste or pipe what it prints.'],
  options: SHARED_OPTIONS,
  run: async (args, terminal) => {
    terminal.out(
      args.flag('json')
        ? `${JSON.stringify({ command: COLLECT_COMMAND })}\n`
        : `${COLLECT_COMMAND}\n`,
    );
    return EXIT.done;
  },
};
