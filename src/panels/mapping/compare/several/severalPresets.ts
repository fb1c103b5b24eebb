import type { Hex64 } from '../../../../base/hex.ts';
import type { DeviceLimits } from '../../../../engine/mapping/mappingOptions.ts';
import type { Machine } from '../../../../model/machine.ts';
import type { Scatterlist } from '../../../../model/workload.ts';
import { READY_MADE, type ReadyMade } from '../../editor/readyMade.ts';
import { matchesReady } from './matchesReady.ts';
import { kernelPanel, type PanelWish, SEVERAL_CHIPS } from './severalChips.ts';

/** What a preset shows of a document, and what the document lacks for it. */
export interface SeveralPlan {
  readonly panels: readonly PanelWish[];
  readonly missing: readonly ReadyMade[];
}

interface Given {
  readonly lists: readonly Scatterlist[];
  /** The one that is looked at. */
  readonly shown: Scatterlist;
}

export interface SeveralPreset {
  readonly title: string;
  /** What it shows, in a sentence. */
  readonly text: string;
  readonly plan: (given: Given) => SeveralPlan;
}

const { off, passthrough, lazy, strict, direct, redirected } = SEVERAL_CHIPS;
const all = (...panels: readonly PanelWish[]): SeveralPlan => ({ panels, missing: [] });

/** Pictures that are shown again and again. */
export const SEVERAL_PRESETS: readonly SeveralPreset[] = [
  {
    title: 'Off, translating, redirected',
    text: 'Below one switch a peer’s address stays the same; sent up by ACS, all becomes one range.',
    plan: () =>
      all(
        off.panel,
        { ...direct.panel, title: 'Translating' },
        {
          ...redirected.panel,
          title: 'Translating, peers sent up by ACS',
        },
      ),
  },
  {
    title: 'Four address spaces',
    text: 'What an address in a list can be: the CPU’s, an IOVA, a kernel pointer, a place on the bus.',
    plan: fourSpaces,
  },
  {
    title: 'Through the kernels',
    text: 'The same list from 5.4 to 7.0: what each of them made of it.',
    plan: () => all(...['5.4', '5.10', '5.15', '6.1', '6.18', '7.0'].map(kernelPanel)),
  },
  {
    title: 'The IOMMU modes',
    text: 'Off, pass-through, lazy and strict: only two of them translate.',
    plan: () =>
      all(off.panel, passthrough.panel, lazy.panel, {
        ...strict.panel,
        title: 'Translating, strict',
      }),
  },
  {
    title: 'Why not always one range: the list',
    text: 'Offsets, short ends and bus addresses part what would otherwise be one range.',
    plan: ({ lists }) => {
      const { panels, missing } = gallery(lists, ['E1', 'E3', 'E4', 'E5', 'E6']);
      const [one] = panels;
      if (!one) return { panels, missing };
      const { title: of } = one;
      const through = { ...one, iommu: 'passthrough', title: `${of}, passed through` } as const;
      return { panels: [...panels, through], missing };
    },
  },
  {
    title: 'Why not always one range: the device',
    text: 'Longest segment, boundary and trust part it as well: what each device here is told.',
    plan: ({ lists }) => gallery(lists, ['E2', 'E10', 'E11', 'E17', 'E27']),
  },
];

/** Each list under the limits that it is about, so that they can stand beside one another. */
function gallery(lists: readonly Scatterlist[], ids: readonly string[]): SeveralPlan {
  const panels: PanelWish[] = [];
  const missing: ReadyMade[] = [];
  for (const id of ids) {
    const ready = READY_MADE.find((each) => each.id === id);
    if (!ready) continue;
    const list = lists.find((each) => matchesReady(each, ready));
    if (!list) {
      missing.push(ready);
      continue;
    }
    const limits = limitsOf(ready);
    panels.push({
      ...direct.panel,
      title: ready.title,
      list: list.id,
      options: { ...(limits && { limits }) },
    });
  }
  return { panels, missing };
}

function limitsOf({ limits, untrusted }: ReadyMade): DeviceLimits | null {
  if (!limits) return null;
  const { maxSegment, segmentBoundary } = limits;
  return { maxSegment, boundary: Number(segmentBoundary), isUntrusted: untrusted };
}

const TWO_PAGES: ReadyMade = {
  id: 'two-pages',
  title: 'two pages of RAM',
  text: '',
  pieces: ['0x123456000', '0x1ab000000'].map((ram) => ({ ram: ram as Hex64, length: 0x1000 })),
  limits: null,
  untrusted: false,
};
const PEER: ReadyMade = {
  ...TWO_PAGES,
  id: 'peer',
  title: '8K of peer memory',
  pieces: [{ peer: true, length: 0x2000 }],
};

/** One buffer in host memory three ways, and peer memory: of lists that are there. */
function fourSpaces(given: Given): SeveralPlan {
  const host = hostMemory(given);
  const peer = peerMemory(given);
  const missing = [...(host ? [] : [TWO_PAGES]), ...(peer ? [] : [PEER])];
  if (!host || !peer) return { panels: [], missing };
  const { software } = SEVERAL_CHIPS;
  return all(
    { ...off.panel, ...host, title: 'Without an IOMMU: CPU addresses' },
    { ...strict.panel, ...host, title: 'Translating: IOVAs' },
    { ...software.panel, ...host, title: 'Software RDMA: kernel pointers' },
    { ...direct.panel, ...peer, title: 'Peer memory: bus addresses' },
  );
}

type Source = Pick<PanelWish, 'list' | 'part'>;

const isRam = ({ entries }: Scatterlist) =>
  entries.length > 0 && entries.every(({ kind }) => kind === 'ram');
const isPeer = ({ entries }: Scatterlist) =>
  entries.length > 0 && entries.every(({ kind }) => kind === 'peer');

function hostMemory({ lists, shown }: Given): Source | null {
  if (isRam(shown)) return { list: shown.id, part: 'whole' };
  const other = lists.find((list) => list.client === shown.client && isRam(list));
  if (other) return { list: other.id, part: 'whole' };
  const hasRam = shown.entries.some(({ kind }) => kind === 'ram');
  return hasRam ? { list: shown.id, part: 'ram' } : null;
}

function peerMemory({ lists, shown }: Given): Source | null {
  const whole = [shown, ...lists].find((list) => list.client === shown.client && isPeer(list));
  if (whole) return { list: whole.id, part: 'whole' };
  const some = [shown, ...lists].find(
    ({ client, entries }) => client === shown.client && entries.some(({ kind }) => kind === 'peer'),
  );
  return some ? { list: some.id, part: 'first-peer' } : null;
}

/** What a preset shows of a machine, from the list that is looked at. */
export function planOf(
  preset: SeveralPreset,
  { workload }: Machine,
  shown: Scatterlist,
): SeveralPlan {
  return preset.plan({ lists: workload.scatterlists, shown });
}
