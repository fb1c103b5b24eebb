import { UNKNOWN } from '../../base/unknown.ts';
import { acsMark } from '../../engine/acsMark.ts';
import type { Scene, SceneBox } from '../../layout/scene.ts';
import { SIGN_WORDS } from '../../layout/signGlyphs.ts';
import { DEVICE_KIND_WORDS, deviceKind } from '../../model/deviceKind.ts';
import type { FunctionId } from '../../model/ids.ts';
import type { FunctionType, PciFunction } from '../../model/pciFunction.ts';
import type { Part } from '../keys/partTree.ts';
import type { LinkTables } from './linkTables.ts';

export interface NameSources {
  readonly scene: Scene;
  readonly links: LinkTables;
  readonly byId: ReadonlyMap<FunctionId, PciFunction>;
  readonly titleOf: (fn: PciFunction) => string;
}

const TYPE_WORDS: Readonly<Partial<Record<FunctionType, string>>> = {
  'root-port': 'root port',
  upstream: 'upstream port',
  downstream: 'downstream port',
  'pcie-to-pci': 'PCIe to PCI bridge',
  'pci-to-pcie': 'PCI to PCIe bridge',
  'conventional-bridge': 'PCI bridge',
  rcec: 'root complex event collector',
};

/** "0000:03:00.0 NVIDIA A100, GPU, Gen4 x16, driver nvidia": a part for whoever does not see it. */
export function partName(part: Part, sources: NameSources): string {
  const { what } = part;
  if (what.kind === 'frame') return [what.frame.title, ...keptWords(part, sources)].join(', ');
  const fn = sources.byId.get(part.id as FunctionId);
  if (!fn) {
    const name = what.kind === 'box' ? what.box.title : part.id;
    return [name, ...keptWords(part, sources)].join(', ');
  }
  const words = [
    fn.id === sources.titleOf(fn) ? fn.id : `${fn.id} ${sources.titleOf(fn)}`,
    what.kind === 'box' ? boxWords(fn, what.box) : typeWords(fn),
    linkWords(fn, sources),
    acsWords(fn),
    typeof fn.numaNode === 'number' ? `NUMA node ${fn.numaNode}` : null,
    fn.driver !== null && fn.driver !== UNKNOWN ? `driver ${fn.driver}` : null,
    ...keptWords(part, sources),
  ];
  return words.filter((word) => word !== null).join(', ');
}

/** What the user did with it: `collapsed, 14 functions`, `pinned`, `locked`. */
function keptWords({ id, what }: Part, { scene }: NameSources): readonly string[] {
  const words: string[] = [];
  const inside =
    what.kind === 'frame' ? scene.boxes.find(({ key }) => key === what.frame.key) : undefined;
  const collapsed = what.kind === 'box' ? what.box.collapsed : inside?.collapsed;
  if (collapsed) {
    const count = collapsed.functions;
    const said = `${count} ${count === 1 ? 'function' : 'functions'}`;
    words.push(`collapsed, ${said}: ${collapsed.words}`);
  }
  const signs = what.kind === 'frame' ? what.frame.signs : what.box.signs;
  for (const { kind, about } of signs ?? []) {
    if (about === id && kind !== 'collapsed' && kind !== 'note') words.push(SIGN_WORDS[kind]);
  }
  return words;
}

function typeWords(fn: PciFunction): string {
  const word = fn.type === UNKNOWN ? undefined : TYPE_WORDS[fn.type];
  return word ?? DEVICE_KIND_WORDS[deviceKind(fn)].one;
}

function boxWords(fn: PciFunction, box: SceneBox): string {
  if (box.kind === 'switch') {
    const below = box.ports.filter(({ role }) => role === 'downstream').length;
    return `switch with ${below} downstream ${below === 1 ? 'port' : 'ports'}`;
  }
  if (box.stack !== undefined) return `${box.stack} alike, ${DEVICE_KIND_WORDS[box.device].many}`;
  const more = box.kind === 'device' ? box.functions.length : 0;
  return more > 1 ? `${typeWords(fn)}, ${more} functions` : typeWords(fn);
}

/** A downward port's own link is the one below it; everything else has its link above. */
function linkWords(fn: PciFunction, { scene, links }: NameSources): string | null {
  const isDownward = fn.type === 'root-port' || fn.type === 'downstream';
  const above = links.above.get(scene.linkOf.get(fn.id) ?? fn.id);
  const link = isDownward ? links.below.get(fn.id) : above;
  return link?.kind === 'link' && link.title !== '' ? link.title : null;
}

function acsWords(fn: PciFunction): string | null {
  if (fn.type === UNKNOWN || TYPE_WORDS[fn.type] === undefined) return null;
  const mark = acsMark(fn);
  if (mark === '') return null;
  return mark === '?' ? 'ACS not shown' : `ACS ${mark} redirects`;
}
