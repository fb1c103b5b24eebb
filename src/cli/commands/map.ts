import { decodeText } from '../../base/decodeText.ts';
import type { ConditionRequest } from '../../engine/kernel/conditions.ts';
import { NEWEST_ACCEPTED_ERA } from '../../engine/kernel/eras.ts';
import { CONDITION_OPTIONS, type ParsedArgs, SHARED_OPTIONS } from '../args.ts';
import { readBytes, unpack } from '../bytes.ts';
import { type Command, EXIT, type Terminal } from '../command.ts';
import { conditionRequest } from '../conditionRequest.ts';
import type { MapCase } from '../map/mapCase.ts';
import { mapLists } from '../map/mapLists.ts';
import { mapOneCase } from '../map/mapOneCase.ts';
import { type Choices, mappingChoices } from '../map/mappingChoices.ts';
import { mappingJson } from '../map/mappingJson.ts';
import { COLUMNS, entriesText, mappingLines } from '../map/mappingText.ts';
import { isMapCases, readMapCases } from '../map/readMapCases.ts';
import { wrap } from '../text.ts';
import { UsageError } from '../usageError.ts';

export const map: Command = {
  name: 'map',
  summary: 'what a kernel makes of scatterlists: DMA addresses, and what joins',
  synopsis: 'CASES.json | FILE [--list NAME]',
  help: [
    'CASES.json is an array of lists, each mapped on a fresh IOVA domain:',
    '  {"id":"s05","iommu":"none|pt|strict|lazy",',
    '   "client":{"mask":64,"maxSeg":65536,"boundary":"ffffffff","untrusted":false},',
    '   "entries":[["ram","3203200",1024],["bus","fd813000",4096,"fd813000"]],',
    '   "device":"direct-or-iommu","iommuDevice":"intel","bounce":"pool"}',
    'Addresses are hexadecimal, lengths bytes. ram is host memory; bus, thru and none',
    'are peer memory whose pair is BUS_ADDR, THRU_HOST_BRIDGE or NOT_SUPPORTED, with',
    'its PCI bus address behind. The last line may be left out; device: or virt (RDMA',
    'in software), foreign (operations of a driver’s own), xen; iommuDevice: or amd,',
    'smmu; bounce: or none, forced. client may have minAlign, the low bits that',
    'bouncing keeps (left out: fff, as NVMe asks for from 5.12 on).',
    'Of any other FILE the lists that it holds are mapped, or the one named --list.',
    '',
    'err is 0 or a negative errno, -5 where a kernel before 6.0 returns 0 entries.',
    '  --fidelity F       as-run (default): with the mistakes that this kernel has;',
    '                     intended: as it was meant to be',
    '  --driver D         for lists of a FILE: own, software-rdma, private-ops,',
    '                     private-ops-flagged',
    '  --design D         for lists of a FILE: kernel, or a design that was argued',
    '                     for: p2p-shim, one-target, switch-iommu, out-of-tree,',
    '                     physical-until-used',
    '  --client F         for lists of a FILE: another device, by address or name',
    '  --bar-pages P      for lists of a FILE: struct-page, or none: what if BARs had',
    '                     no pages of their own',
    '  --no-p2p-flag      for lists of a FILE: the driver does not say that a list is',
    '                     peer memory (series v1 and v2 of 2018)',
    '  --xen              for lists of a FILE: the kernel is a Xen dom0',
  ],
  options: {
    ...SHARED_OPTIONS,
    ...CONDITION_OPTIONS,
    list: { type: 'string' },
    fidelity: { type: 'string' },
    driver: { type: 'string' },
    design: { type: 'string' },
    client: { type: 'string' },
    'bar-pages': { type: 'string' },
    'no-p2p-flag': { type: 'boolean' },
    xen: { type: 'boolean' },
  },
  run: async (args, terminal) => {
    const request = conditionRequest(args);
    const choices = mappingChoices(args);
    const [path, ...more] = args.positionals;
    if (path === undefined) {
      throw new UsageError('No input: name a file, or - for standard input.');
    }
    if (more.length > 0) throw new UsageError(`One input at a time: ${more[0]} is one too many.`);
    const bytes = await readBytes(path, terminal);
    const { text } = decodeText(unpack(bytes, path));
    if (args.text('format') === null && isMapCases(text)) {
      refuseOptionsOfFiles(args);
      const { cases, remarks } = readMapCases(text, path === '-' ? 'Standard input' : path);
      for (const remark of remarks) terminal.warn(`${wrap(remark, 2)}\n`);
      mapCases(cases, request, choices, args.flag('json'), terminal);
    } else {
      // Standard input can be read only once.
      const again = { ...terminal, readFile: async () => bytes, readStdin: async () => bytes };
      await mapLists(args, request, choices, again);
    }
    return EXIT.done;
  },
};

function refuseOptionsOfFiles(args: ParsedArgs): void {
  const options = ['list', 'driver', 'design', 'client', 'bar-pages', 'iommu', 'acs'];
  for (const option of [...options, 'no-p2p-flag', 'xen']) {
    if (args.text(option) !== null || args.flag(option)) {
      throw new UsageError(
        `--${option} is for lists of a machine; each of these cases says its own.`,
      );
    }
  }
}

function mapCases(
  cases: readonly MapCase[],
  request: ConditionRequest,
  { fidelity }: Choices,
  isJson: boolean,
  terminal: Terminal,
): void {
  if (isJson) {
    const rows = cases.map((each) => {
      const { mapping } = mapOneCase(each, request, fidelity);
      return JSON.stringify({ id: each.id, ...mappingJson(mapping) });
    });
    terminal.out(rows.length === 0 ? '[]\n' : `[\n${rows.join(',\n')}\n]\n`);
    return;
  }
  terminal.out(`${(request.kernel ?? NEWEST_ACCEPTED_ERA).title}\n`);
  for (const each of cases) {
    const { mapper, mapping } = mapOneCase(each, request, fidelity);
    const title = `${each.id}: ${entriesText(each.entries.length)}; ${clientText(each)}; ${mapper}`;
    terminal.out(`\n${wrap(title, 4, COLUMNS)}\n`);
    terminal.out(`${mappingLines(mapping).join('\n')}\n`);
  }
}

function clientText({ iommu, hardware, maskBits, maxSegment, boundary, untrusted }: MapCase) {
  const mode = iommu === 'none' ? 'no IOMMU' : `${hardware} ${iommu}`;
  const limits = `${maskBits} bits, segments to ${maxSegment}, boundary ${boundary.toString(16)}`;
  return `${mode}; ${limits}${untrusted ? ', untrusted' : ''}`;
}
