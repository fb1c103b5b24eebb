import type { FunctionId } from '../../model/ids.ts';
import { nameOf } from './plan/nameOf.ts';
import type { FigureSource } from './throughputReport.ts';
import {
  flowsOf,
  groupedBy,
  requestersOf,
  rootPortsOf,
  type SizedStream,
  type WarningRule,
} from './warningsShape.ts';

/*
 * Pathologies: machines that do worse than their links, for reasons that no model of links and credits
 * shows. They are said, never computed with.
 */

const COLLAPSE: FigureSource = {
  title: 'voipmonitor/rtx6kpro wiki: writes from one uplink to two root ports of EPYC collapse',
  url: 'https://github.com/voipmonitor/rtx6kpro/blob/master/hardware/asus-esc8000a-e13p-broadcom-switches.md',
  quality: 'measured',
  rows: ['asus-collapse-w'],
};
const INCAST: FigureSource = {
  title:
    'voipmonitor/rtx6kpro wiki: all-to-all below one switch, 149 to 164 GB/s where links allow 219',
  url: 'https://github.com/voipmonitor/rtx6kpro/blob/master/hardware/wrx90-cpayne-2switch-flat.md',
  quality: 'measured',
};
const STARVED: FigureSource = {
  title: 'NVIDIA nvbandwidth issue 11: reads of memory at 12.5 GB/s while writes run at 24',
  url: 'https://github.com/NVIDIA/nvbandwidth/issues/11',
  quality: 'measured',
  rows: ['nvb-a100-bi-h2d'],
};
const QPI: FigureSource = {
  title:
    'BVLC/caffe, pull request 3319: peers across QPI of 2010 to 2015, hundreds of MB/s or nothing',
  url: 'https://github.com/BVLC/caffe/pull/3319',
  quality: 'report',
};
const TRANSLATED: FigureSource = {
  title:
    'voipmonitor/rtx6kpro wiki: one flow between peers loses about 15 % with a translating IOMMU',
  url: 'https://github.com/voipmonitor/rtx6kpro',
  quality: 'measured',
};

/** Writes of two sources behind one uplink to ports of two root complexes, on AMD. */
export const postedCollapse: WarningRule = (context, streams) => {
  if (context.analysis.conditions.cpu.value.vendor !== 'AuthenticAMD') return [];
  const writes = moving(streams).filter(
    ({ plan }) => plan.operation === 'write' && plan.completer !== null,
  );
  const { topology } = context.analysis;
  const isSwitch = (id: FunctionId) =>
    topology.functions[topology.indexOf.get(id) ?? -1]?.type === 'upstream';
  const uplinks = new Set(
    context.links.flatMap(({ upper, lower }) => (isSwitch(lower) ? [upper] : [])),
  );
  const ports = new Map(writes.map((each) => [each, rootPortsOf(context, each)]));
  const byUplink = groupedBy(writes, (each) =>
    (ports.get(each)?.up ?? []).filter((port) => uplinks.has(port)),
  );
  return [...byUplink].flatMap(([uplink, group]) => {
    const targets = new Set(group.flatMap((each) => ports.get(each)?.down ?? []));
    if (requestersOf(group).size < 2 || targets.size < 2) return [];
    return [
      {
        kind: 'pathology',
        text: `${requestersOf(group).size} sources behind ${nameOf(topology, uplink)} write to ${targets.size} root ports. On some EPYC and Threadripper machines with switches such writes collapse to 2.7 to 13.5 GB/s, where 37 to 56 are computed; newer firmware cured one of them. Reads are not affected: let the targets read, or send to one root port at a time.`,
        flows: flowsOf(group),
        source: COLLAPSE,
      },
    ];
  });
};

/** Several to several: what one full output holds up stands before what others could take. */
export const incast: WarningRule = (_context, streams) => {
  const peers = moving(streams).filter(
    ({ plan }) => plan.requester !== null && plan.ways.some(({ route }) => route !== 'inside'),
  );
  const target = ({ plan }: SizedStream) =>
    (plan.operation === 'write' ? plan.completer : plan.requester) ?? [];
  const source = ({ plan }: SizedStream) =>
    (plan.operation === 'write' ? plan.requester : plan.completer) ?? [];
  const fanOut = groupedBy(peers, (each) => [source(each)].flat());
  const crowded = [...groupedBy(peers, (each) => [target(each)].flat()).values()].filter(
    (group) => {
      const sources = new Set(group.flatMap((each) => source(each)));
      return sources.size >= 3;
    },
  );
  const held = crowded.filter((group) =>
    group.some((each) =>
      [source(each)].flat().some((id) => targetsOf(fanOut.get(id) ?? []).size > 1),
    ),
  );
  if (held.length === 0) return [];
  return [
    {
      kind: 'pathology',
      text: 'Several sources send to the same targets and to others besides. In switches a packet for a full port holds up those behind it: machines reached 30 to 45 % less than the links allow in such patterns. Take these figures as right within 40 %.',
      flows: flowsOf(held.flat()),
      source: INCAST,
    },
  ];
  function targetsOf(group: readonly SizedStream[]) {
    return new Set(group.flatMap((each) => target(each)));
  }
};

/** Reads of memory and writes to memory by one device at once. */
export const starvedReads: WarningRule = (context, streams) => {
  const ofMemory = moving(streams).filter(({ plan }) => plan.ways.some(isToMemory));
  return [...groupedBy(ofMemory, ({ plan }) => (plan.requester ? [plan.requester] : []))].flatMap(
    ([requester, group]) => {
      const kinds = new Set(group.map(({ plan }) => plan.operation));
      if (kinds.size < 2) return [];
      const name = nameOf(context.analysis.topology, requester);
      return [
        {
          kind: 'pathology',
          text: `${name} reads memory and writes to it at once. Requests for reads wait behind posted writes: on two machines with A100 reads fell to half of what writes had. Computed is what the links allow.`,
          flows: flowsOf(group),
          source: STARVED,
        },
      ];
    },
  );
};

const OLD_QPI: ReadonlySet<string> = new Set([
  'sandy-bridge-e',
  'ivy-bridge-e',
  'haswell-e',
  'broadwell-e',
]);

/** Peers in two sockets of Xeon E5 and E7. */
export const oldSockets: WarningRule = ({ hosts }, streams) => {
  if (!hosts.all.some(({ platform }) => OLD_QPI.has(platform?.id ?? ''))) return [];
  const across = moving(streams).filter(({ plan }) =>
    plan.ways.some((way) => way.route === 'socket'),
  );
  if (across.length === 0) return [];
  return [
    {
      kind: 'pathology',
      text: 'Peers of two sockets: across QPI of Xeon E5 and E7 hundreds of MB/s were reported, or nothing at all. How much a given pair gets is not known and not computed.',
      flows: flowsOf(across),
      source: QPI,
    },
  ];
};

/** Peer traffic that an IOMMU translates. */
export const translatedPeers: WarningRule = ({ options }, streams) => {
  if (options.workingSetBytes !== null) return [];
  const peers = moving(streams).filter(
    ({ plan }) => plan.completer !== null && plan.ways.some((way) => way.isTranslated),
  );
  if (peers.length === 0) return [];
  return [
    {
      kind: 'pathology',
      text: 'An IOMMU translates these addresses. One machine with Gen5 GPUs lost about 15 % so; how many accesses miss its IOTLB follows from the working set, which is not given.',
      flows: flowsOf(peers),
      source: TRANSLATED,
    },
  ];
};

export const PATHOLOGIES: readonly WarningRule[] = [
  postedCollapse,
  incast,
  starvedReads,
  oldSockets,
  translatedPeers,
];

const isToMemory = ({ passes }: SizedStream['plan']['ways'][number]) => passes.isToMemory;

/** Streams of which something arrives. */
function moving(streams: readonly SizedStream[]): readonly SizedStream[] {
  return streams.filter(({ plan }) => plan.refusal === null);
}
