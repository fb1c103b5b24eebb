import type {
  CataloguePart,
  DevicePart,
  FunctionPlan,
  PlatformPart,
  RootPortPlan,
  SwitchPart,
} from '../../catalogue/part.ts';
import { formatCpu } from '../../engine/kernel/conditions.ts';
import { formatPciId } from '../../model/pciId.ts';
import { type FigureGroup, type FigureRow, row, rowOrNone } from './figureRow.ts';
import * as words from './figureWords.ts';

/** Everything the catalogue says of a part that could be right or wrong, in words. */
export function figuresOf(part: CataloguePart): readonly FigureGroup[] {
  switch (part.kind) {
    case 'host':
      return platformFigures(part);
    case 'switch':
      return switchFigures(part);
    case 'bridge':
      return [
        {
          title: null,
          rows: [
            row('PCI id', part.pciId, formatPciId),
            row('Class', part.classCode, words.classCode),
            rowOrNone('Link', part.link, words.link),
            rowOrNone('ACS', part.acs, words.acs),
            ...(part.bars ? [row('BARs', part.bars, words.bars)] : []),
            ...(part.driver ? [rowOrNone('Driver', part.driver, String)] : []),
          ],
        },
      ];
    case 'port':
      return [{ title: null, rows: portRows(part.port) }];
    case 'vmd':
      return [
        {
          title: null,
          rows: [
            row('PCI id', part.pciId, formatPciId),
            row('First bus', part.startBus, words.count),
            ...(part.bars ? [row('BARs', part.bars, words.bars)] : []),
          ],
        },
        { title: 'Its root ports', rows: portRows(part.rootPort) },
      ];
    case 'slot':
      return [
        {
          title: null,
          rows: [
            row('Lanes', part.lanes, words.count),
            row('Can be divided', part.bifurcations, (all) =>
              all.map((lanes) => lanes.map((each) => `x${each}`).join(' ')),
            ),
          ],
        },
      ];
    default:
      return deviceFigures(part);
  }
}

function portRows(port: RootPortPlan): readonly FigureRow[] {
  return [
    row('PCI id', port.pciId, formatPciId),
    row('Link', port.link, words.link),
    rowOrNone('ACS', port.acs, words.acs),
    row('Max payload', port.maxPayload, words.bytes),
    ...(port.bars ? [row('BARs', port.bars, words.bars)] : []),
  ];
}

function platformFigures(part: PlatformPart): readonly FigureGroup[] {
  const machine: FigureGroup = {
    title: null,
    rows: [
      row('Year', part.year, String),
      row('CPU', part.cpu, formatCpu),
      row('IOMMU', part.iommu, String),
      rowOrNone('First device', part.firstDevice, formatPciId),
      row('Its class', part.firstDeviceClass, words.classCode),
      row('Lanes a socket', part.lanes, words.count),
      row('Host bridges a socket', part.hostBridges, words.count),
      row('Forwards writes', part.forwardsWrites, words.yesNo),
      row('Forwards reads', part.forwardsReads, words.yesNo),
      row('Forwarding', part.forwardingRate, words.rate),
      row('Forwarded payload', part.forwardedPayload, words.bytes),
      row('Writes to memory', part.memoryWriteRate, words.rate),
      row('Between sockets', part.socketRate, words.rate),
      row('Peers across sockets', part.socketPeerRate, words.rate),
      row('Socket to socket', part.socketLatencyNs, words.nanoseconds),
      row('Memory read', part.memoryReadNs, words.nanoseconds),
      row('Bus offset', part.windowOffset, words.offset),
    ],
  };
  return [
    machine,
    { title: 'Root ports', rows: portRows(part.rootPort) },
    ...part.integrated.map((each) =>
      functionFigures(each.function, `${each.function.role}, device ${each.device}`),
    ),
  ];
}

function switchFigures(part: SwitchPart): readonly FigureGroup[] {
  const { upstream, downstream } = part;
  return [
    {
      title: null,
      rows: [
        row('Link', part.link, words.link),
        row('Lanes', part.lanes, words.count),
        row('Downstream ports', part.maxPorts, (most) => `at most ${words.count(most)}`),
        row('Latency', part.latencyNs, words.nanoseconds),
        row('Ports are', part.portsAre, String),
      ],
    },
    ...(
      [
        ['Upstream port', upstream],
        ['Downstream ports', downstream],
      ] as const
    ).map(([title, port]) => ({
      title,
      rows: [
        row('PCI id', port.pciId, formatPciId),
        rowOrNone('ACS', port.acs, words.acs),
        row('Max payload', port.maxPayload, words.bytes),
        ...(port.bars ? [row('BARs', port.bars, words.bars)] : []),
      ],
    })),
    ...part.management.map((plan) => functionFigures(plan, plan.role)),
  ];
}

function deviceFigures(part: DevicePart): readonly FigureGroup[] {
  const own: readonly FigureRow[] = [
    rowOrNone('Link', part.link, words.link),
    row('Answers a read in', part.readLatencyNs, words.nanoseconds),
    ...(part.rdma
      ? [
          row('SGEs a request', part.rdma.maxSge, words.count),
          row('SGEs a read', part.rdma.maxSgeRead, words.count),
          row('Memory regions', part.rdma.maxMr, words.count),
          row('Pages a region', part.rdma.maxPagesPerMr, words.count),
        ]
      : []),
  ];
  const [only, ...others] = part.functions;
  if (only && others.length === 0) {
    return [{ title: null, rows: [...own, ...functionRows(only)] }];
  }
  const functions = part.functions.map((plan) =>
    functionFigures(plan, `Function ${plan.number}, ${plan.role}`),
  );
  return [{ title: null, rows: own }, ...functions];
}

function functionFigures(plan: FunctionPlan, title: string): FigureGroup {
  return { title, rows: functionRows(plan) };
}

function functionRows(plan: FunctionPlan): readonly FigureRow[] {
  return [
    row('PCI id', plan.pciId, formatPciId),
    row('Class', plan.classCode, words.classCode),
    row('BARs', plan.bars, words.bars),
    rowOrNone('P2P memory', plan.p2pMemory, ({ bar, size, published }) => [
      `${words.bytes(size)} in BAR ${bar}`,
      ...(published ? [] : ['not published']),
    ]),
    rowOrNone('ACS', plan.acs, words.acs),
    row('ATS', plan.ats, words.yesNo),
    row('ARI', plan.ari, words.yesNo),
    rowOrNone(
      'Virtual functions',
      plan.sriov,
      ({ totalVfs }) => `at most ${words.count(totalVfs)}`,
    ),
    rowOrNone('Driver', plan.driver, String),
    row('DMA', plan.dma, ({ maskBits, maxSegment }) => [
      `${maskBits} bits`,
      `segments to ${words.bytes(maxSegment)}`,
    ]),
    row('Max payload', plan.maxPayload, words.bytes),
    row('Tags', plan.tags, words.count),
  ];
}
