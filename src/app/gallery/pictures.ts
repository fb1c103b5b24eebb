import { layOut } from '../../layout/layOut.ts';
import { DIRECTIONS, type Scene } from '../../layout/scene.ts';

import {
  DEVICE_KIND_WORDS,
  DEVICE_KINDS,
  type DeviceKind,
  deviceKind,
} from '../../model/deviceKind.ts';
import type { Machine } from '../../model/machine.ts';
import type { PciFunction } from '../../model/pciFunction.ts';
import { shortTitle } from '../../model/shortTitle.ts';
import { formatCount } from '../../parts/verdictWords.ts';
import { peerlane } from '../../store/peerlane.ts';
import type { StartingPointId } from '../../store/startingPoints.ts';
import type { Glimpse } from '../../store/state.ts';

/** What a card shows of a machine. */
export interface GalleryPicture {
  readonly scene: Scene;
  /** "62 functions: 8 GPUs, 4 NICs" */
  readonly counts: string;
}

const pictures = new Map<StartingPointId, Promise<GalleryPicture | null>>();
/** One after the other: whoever opens a machine meanwhile waits for one of them at most. */
let last: Promise<unknown> = Promise.resolve();

/** The picture of a starting point, drawn when it is first asked for; `null` when it does not come. */
export function pictureOf(id: StartingPointId): Promise<GalleryPicture | null> {
  const known = pictures.get(id);
  if (known) return known;
  const drawn = last
    .then(() => peerlane.getState().actions.lookAtExample(id))
    .then((glimpse) => glimpse && draw(glimpse))
    .catch(() => null);
  last = drawn;
  pictures.set(id, drawn);
  // What did not come, offline perhaps, is asked for again by the next who looks.
  void drawn.then((picture) => picture === null && pictures.delete(id));
  return drawn;
}

function draw({ machine, titles }: Glimpse): GalleryPicture {
  const names = new Map(machine.functions.map(({ id }, place) => [id, titles[place] ?? id]));
  const titleOf = (fn: PciFunction) => fn.label ?? shortTitle(names.get(fn.id) ?? fn.id);
  const [down, right] = DIRECTIONS.map((direction) =>
    layOut(machine, { drawing: 'blocks', direction, titleOf }),
  ) as [Scene, Scene];
  const isWide = sizeIn(right) > CLEARLY * sizeIn(down);
  const scene = plain(isWide ? right : down);
  const count = machine.functions.length;
  return { scene, counts: [`${formatCount(count)} functions`, ...kinds(machine)].join(' · ') };
}

/** How large it is in a picture of usual shape; only what compares. */
function sizeIn({ bounds }: Scene): number {
  return Math.min(SHAPE / bounds.width, 1 / bounds.height);
}

const SHAPE = 1.6;
const CLEARLY = 1.3;

/** A sign on a link that is less than it could be is a remark, and larger than anything here. */
function plain(scene: Scene): Scene {
  return { ...scene, links: scene.links.map((link) => ({ ...link, isDegraded: false })) };
}

const MOST_KINDS = 3;
const COUNTED: ReadonlySet<DeviceKind> = new Set(['gpu', 'nic', 'nvme', 'accelerator']);

/** The kinds that a machine is known by: `8 GPUs`, `4 NICs`. */
function kinds({ functions }: Machine): readonly string[] {
  const devices = functions.filter((fn) => fn.physfn === null);
  const words: string[] = [];
  for (const kind of DEVICE_KINDS) {
    if (!COUNTED.has(kind)) continue;
    const count = devices.filter((fn) => deviceKind(fn) === kind).length;
    const { one, many } = DEVICE_KIND_WORDS[kind];
    if (count > 0) words.push(`${formatCount(count)} ${count === 1 ? one : many}`);
  }
  return words.slice(0, MOST_KINDS);
}
