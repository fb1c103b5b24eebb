import { throughputOf } from '../../engine/flows/throughput.ts';
import { CONDITION_OPTIONS, SHARED_OPTIONS } from '../args.ts';
import { type Command, EXIT } from '../command.ts';
import { analyzeAsAsked, assumedTexts, conditionRequest } from '../conditionRequest.ts';
import { functionNames } from '../functionNames.ts';
import { readInputAloud } from '../input.ts';
import { flowNames } from '../throughput/flowNames.ts';
import { throughputJson } from '../throughput/throughputJson.ts';
import { THROUGHPUT_OPTIONS, throughputOptions } from '../throughput/throughputRequest.ts';
import { throughputText } from '../throughput/throughputText.ts';

export const throughput: Command = {
  name: 'throughput',
  summary: 'what each flow gets, what limits it, and what links carry',
  synopsis: 'FILE',
  help: [
    'FILE is a sketch or a document with flows, such as',
    '  flow f0: gpu0 -> gpu1 write',
    'Rates are payload in GB/s (1e9 bytes), smaller ones in the unit they name; "held',
    'back by" names what limits a flow now, "then" what would, were that gone;',
    '"latency" is of the first byte, without load. Links are shown each way; "asked"',
    'is what their flows would send if no link held them back. --json has packets,',
    'too.',
    '',
    '  --eta F            part of a link that real parts fill (default: 0.95; the',
    '                     best reach 0.98)',
    '  --dllps F          ACKs and credits together for each TLP (default: 1)',
    '  --completions C    mps (default) or rcb: how read data are cut',
    '  --ecrc             four more bytes for each TLP',
    'What if all of them were so (default: as the input shows it):',
    '  --mps N, --mrrs N  Max_Payload_Size, Max_Read_Request_Size',
    '  --tags N           reads that a requester may have under way',
    '  --gen N, --width N links of this generation and width',
    '  --acs-redirect V   on: ports send requests and completions of peers up to the',
    '                     root; off: none does',
    'Translation:',
    '  --working-set B    memory that a flow spreads over, such as 64M (default: so',
    '                     little that no entry of the IOTLB is missed)',
    '  --iotlb N          entries of the IOTLB (default: 64)',
    '  --io-page P        pages of the IOMMU: 4K (default), 2M, 1G',
    'Figures that no register shows:',
    '  --credits N        header credits of each receiver (default: 256)',
    '  --no-caps          without what was measured of root complexes and sockets',
  ],
  options: { ...SHARED_OPTIONS, ...CONDITION_OPTIONS, ...THROUGHPUT_OPTIONS },
  run: async (args, terminal) => {
    const request = conditionRequest(args);
    const options = throughputOptions(args);
    const { machine } = await readInputAloud(args, terminal);
    const analysis = analyzeAsAsked(machine, request, terminal);
    const report = throughputOf(analysis, options);
    const assumed = [...new Set([...assumedTexts(analysis, args), ...report.assumed])];
    const names = { flow: flowNames(machine.workload), function: functionNames(machine) };
    terminal.out(
      args.flag('json')
        ? `${JSON.stringify(throughputJson(report, names, assumed))}\n`
        : throughputText(report, names.flow, assumed),
    );
    return EXIT.done;
  },
};
