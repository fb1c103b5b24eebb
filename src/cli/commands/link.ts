import { linkFigures } from '../../engine/link/linkFigures.ts';
import { pcieModelFigures } from '../../engine/link/pcieModel/pcieModelFigures.ts';
import { type Command, EXIT } from '../command.ts';
import { linkJson } from '../link/linkJson.ts';
import { linkRequest } from '../link/linkQuestion.ts';
import { linkText } from '../link/linkText.ts';
import { UsageError } from '../usageError.ts';

export const link: Command = {
  name: 'link',
  summary: 'what one link carries: payload, headers, ACKs and credits',
  synopsis: '--gen N --width N [options]',
  help: [
    'Payload in one direction when nothing but the link limits, and what else is on',
    'the wire then. "both": reads and writes in pairs, each of them; "opposed": both',
    'ends write, each way. JSON has Gb/s; the parts of "wire" add up to "raw".',
    '',
    '  --gen N            1 to 7',
    '  --width N          1, 2, 4, 8, 12, 16 or 32 lanes',
    '  --size BYTES       of each transfer (default: 4096); 64, 4K, 2M',
    '  --mps N            Max_Payload_Size (default: 256)',
    '  --mrrs N           Max_Read_Request_Size (default: 512)',
    '  --rcb N            read completion boundary: 64 (default) or 128',
    '  --completions C    mps (default): as long as they may be; rcb: cut at every',
    '                     boundary',
    '  --addr N           32 or 64 (default) bits: headers of three or four words',
    '  --ecrc             four more bytes for each TLP',
    '  --eta F            part of the link that can be filled (default: 1; real parts',
    '                     reach 0.95 to 0.98)',
    '  --dllps F          ACKs and credits together for each TLP (default: 1)',
    '  --model M          spec (default), or pcie-bench: as the model of SIGCOMM 2018',
    '                     computes it',
  ],
  options: {
    gen: { type: 'string' },
    width: { type: 'string' },
    size: { type: 'string' },
    mps: { type: 'string' },
    mrrs: { type: 'string' },
    rcb: { type: 'string' },
    completions: { type: 'string' },
    addr: { type: 'string' },
    ecrc: { type: 'boolean' },
    eta: { type: 'string' },
    dllps: { type: 'string' },
    model: { type: 'string' },
    json: { type: 'boolean' },
    help: { type: 'boolean', short: 'h' },
  },
  run: async (args, terminal) => {
    const [more] = args.positionals;
    if (more !== undefined) throw new UsageError(`link takes no file: ${more} is one too many.`);
    const request = linkRequest(args);
    const figures =
      request.model === 'spec' ? linkFigures(request.question) : pcieModelFigures(request.question);
    // Generation and width are among those that there are.
    if (!figures) throw new RangeError('no figures for this link');
    terminal.out(
      args.flag('json') ? `${JSON.stringify(linkJson(figures))}\n` : linkText(request, figures),
    );
    return EXIT.done;
  },
};
