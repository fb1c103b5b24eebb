import { UNKNOWN } from '../../base/unknown.ts';
import { formatAddress } from '../../model/address.ts';
import { DEVICE_KIND_WORDS, deviceKind } from '../../model/deviceKind.ts';
import type { FunctionId } from '../../model/ids.ts';
import type { PciFunction } from '../../model/pciFunction.ts';
import type { Area } from '../arrange/knot.ts';
import { cardTitle, switchTitle } from '../cardTitle.ts';
import { collapsedBox } from '../collapse/collapsedPart.ts';
import { METRICS } from '../metrics.ts';
import type {
  BoxKind,
  LayoutOptions,
  Rect,
  SceneBox,
  ScenePort,
  SceneSign,
  SceneText,
} from '../scene.ts';
import type { Sheet } from '../sheet.ts';
import { slotBox } from '../slotBox.ts';
import { fitLines, fitText } from '../textWidth.ts';
import type { Block, HostCard } from './block.ts';
import { cardParts } from './card.ts';
import { integratedWords, marksPerRow } from './hostFlow.ts';

/** A port with its place, on the edge of a box. */
export interface PlacedPort {
  readonly port: PciFunction;
  readonly area: Area;
}

const NO_PARTS = { functions: [], ports: [], marks: [], texts: [], glyph: null } as const;

/** Puts one block on the sheet, with its ports. */
export function drawBlock(
  block: Block,
  area: Area,
  ports: readonly PlacedPort[],
  sheet: Sheet,
  { titleOf }: LayoutOptions,
): void {
  const rect = sheet.rect(area);
  switch (block.kind) {
    case 'host':
      drawHost(block, rect, ports, sheet, titleOf);
      break;
    case 'switch':
      drawSwitch(block, rect, ports, sheet, titleOf);
      break;
    case 'bridge':
      sheet.box(bridgeBox(block, rect, titleOf));
      break;
    case 'device':
      sheet.box(stackBox(block, rect, titleOf));
      break;
    case 'slot':
      sheet.slot(slotBox(block.slot, block.port, rect, !isDown(sheet)), block.port.id);
      break;
    case 'collapsed':
      sheet.box(collapsedBox(block.part, rect));
      break;
    case 'orphans': {
      const text = 'Above these the input shows nothing';
      const at = { x: rect.x + METRICS.frame.pad, y: rect.y + 20 };
      sheet.box({
        ...NO_PARTS,
        key: 'orphans',
        kind: 'orphan',
        device: 'other',
        rect,
        texts: [{ role: 'caption', text, ...at, anchor: 'start' }],
        title: text,
      });
    }
  }
}

const isDown = (sheet: Sheet): boolean => sheet.direction === 'down';

type TitleOf = LayoutOptions['titleOf'];

function drawHost(
  block: Extract<Block, { kind: 'host' }>,
  rect: Rect,
  ports: readonly PlacedPort[],
  sheet: Sheet,
  titleOf: TitleOf,
): void {
  const { pad } = METRICS.frame;
  const inner = sheet.direction === 'down' ? rect.width : rect.width - portDepth(ports, rect);
  const flow = block.flow(inner);
  const room = flow.head.width;
  const at = (y: number) => ({ x: rect.x + pad, y: rect.y + y, anchor: 'start' as const });
  const texts: SceneText[] = [
    { role: 'caption', text: fitText(block.caption, 'caption', room), ...at(23) },
  ];
  if (block.identity !== '') {
    texts.push({ role: 'quiet', text: fitText(block.identity, 'quiet', room), ...at(39) });
  }
  const title = [block.caption, block.identity].filter(Boolean).join(', ');
  const { notes } = flow;
  const said = notes.block.at({ x: rect.x + pad, y: rect.y + notes.y });
  texts.push(...said.texts);
  const { id } = block.host;
  sheet.frame({ key: id, kind: 'host-bridge', id, rect, texts, title, ...withNotes(said.signs) });

  block.cards.forEach((card, index) => {
    const place = flow.cards[index];
    if (!place) return;
    const at = { ...place, x: place.x + card.moved.x, y: place.y + card.moved.y };
    sheet.box(deviceBox(card, within(rect, at), titleOf));
  });
  const [only] = flow.cards;
  if (block.collapsed && only) sheet.box(collapsedBox(block.collapsed, within(rect, only)));
  const [first] = block.integrated;
  if (first && flow.integrated) {
    sheet.box(integratedBox(first, block.integrated, within(rect, flow.integrated)));
  }
  for (const { port, area } of ports) sheet.box(rootPortBox(port, sheet.rect(area), titleOf));
}

/** How deep ports reach into a frame that grows to the right. */
function portDepth(ports: readonly PlacedPort[], rect: Rect): number {
  return Math.max(0, ...ports.map(({ area }) => rect.x + rect.width - area.v));
}

const within = (frame: Rect, rect: Rect): Rect => ({
  ...rect,
  x: frame.x + rect.x,
  y: frame.y + rect.y,
});

/** From the middle of a switch that grows to the right to its notes: below the port that leads up. */
export const BELOW_PORT = 14;

const withNotes = (signs: readonly SceneSign[]) => (signs.length === 0 ? {} : { signs });

function drawSwitch(
  block: Extract<Block, { kind: 'switch' }>,
  rect: Rect,
  ports: readonly PlacedPort[],
  sheet: Sheet,
  titleOf: TitleOf,
): void {
  const { upstream, extras, notes } = block;
  const { width, height } = METRICS.upstream;
  const isDown = sheet.direction === 'down';
  const upRect: Rect = isDown
    ? { x: rect.x + (rect.width - width) / 2, y: rect.y, width, height }
    : { x: rect.x, y: rect.y + (rect.height - height) / 2, width, height };
  const scenePorts: ScenePort[] = [
    {
      function: upstream.id,
      rect: upRect,
      role: 'upstream',
      texts: portTexts(busAddress(upstream), upRect),
    },
    ...ports.map(({ port, area }): ScenePort => {
      const portRect = sheet.rect(area);
      return {
        function: port.id,
        rect: portRect,
        role: 'downstream',
        texts: portTexts(slotAddress(port), portRect),
      };
    }),
  ];
  const { pad } = METRICS.card;
  const count = extras.length > 0 ? ` + ${extras.length}` : '';
  const room = (isDown ? rect.width : rect.width - METRICS.port.width) - 2 * pad;
  const words = `${switchTitle(titleOf(upstream))}${count}`;
  // Grown to the right, a switch is high and narrow.
  const isHigh = !isDown && rect.height >= 100;
  const lines = isHigh ? fitLines(words, 'title', room) : [fitText(words, 'title', room)];
  const texts = lines.map(
    (text, index): SceneText =>
      isDown
        ? { role: 'title', text, x: rect.x + rect.width / 2, y: rect.y + 36, anchor: 'middle' }
        : { role: 'title', text, x: rect.x + pad, y: rect.y + 18 + index * 16, anchor: 'start' },
  );
  const said = isDown
    ? notes(rect.width - 2 * pad).at({
        x: rect.x + pad,
        y: rect.y + height + METRICS.switch.title - 2,
      })
    : notes(METRICS.switch.minWidth - 2 * pad).at({
        x: rect.x + pad,
        y: rect.y + rect.height / 2 + BELOW_PORT,
      });
  const title = `${titleOf(upstream)}, switch ${address(upstream)}`;
  sheet.box({
    ...NO_PARTS,
    key: upstream.id,
    kind: 'switch',
    device: 'bridge',
    rect,
    functions: extras.map((fn) => fn.id),
    ports: scenePorts,
    texts: [...texts, ...said.texts],
    ...withNotes(said.signs),
    title,
  });
}

function rootPortBox(port: PciFunction, rect: Rect, titleOf: TitleOf): SceneBox {
  const isPort = port.type === 'root-port';
  return {
    ...NO_PARTS,
    key: port.id,
    kind: isPort ? 'root-port' : 'bridge',
    device: 'bridge',
    rect,
    functions: [port.id],
    texts: portTexts(slotAddress(port), rect),
    title: `${titleOf(port)}, ${isPort ? 'root port' : 'bridge'} ${address(port)}`,
  };
}

function bridgeBox(
  { fn, notes }: Extract<Block, { kind: 'bridge' }>,
  rect: Rect,
  titleOf: TitleOf,
): SceneBox {
  const said = notes.at({ x: rect.x + METRICS.card.pad, y: rect.y + METRICS.bridge.height - 2 });
  const { pad } = METRICS.card;
  const kinds: Readonly<Record<string, BoxKind>> = {
    'root-port': 'root-port',
    downstream: 'downstream',
    upstream: 'upstream',
  };
  const text = cardTitle(titleOf(fn), 'bridge');
  const at = (y: number) => ({ x: rect.x + pad, y: rect.y + y, anchor: 'start' as const });
  return {
    ...NO_PARTS,
    key: fn.id,
    kind: kinds[fn.type] ?? 'bridge',
    device: 'bridge',
    rect,
    functions: [fn.id],
    texts: [
      { role: 'title', text: fitText(text, 'title', rect.width - 2 * pad), ...at(17) },
      { role: 'bdf', text: address(fn), ...at(33) },
      ...said.texts,
    ],
    ...withNotes(said.signs),
    title: `${titleOf(fn)}, ${fn.type === UNKNOWN ? 'bridge' : fn.type} ${address(fn)}`,
  };
}

function deviceBox(
  { functions, words }: Pick<HostCard, 'functions' | 'words'>,
  rect: Rect,
  titleOf: TitleOf,
): SceneBox {
  const [first] = functions;
  const { glyph, texts, signs } = cardParts(words, rect);
  const said = first ? `${titleOf(first)}, ` : '';
  const details = [DEVICE_KIND_WORDS[words.device].one, words.bdf, words.count, words.quiet];
  return {
    ...NO_PARTS,
    key: first?.id ?? '',
    kind: 'device',
    device: words.device,
    rect,
    functions: functions.map((fn) => fn.id),
    texts,
    glyph,
    ...withNotes(signs),
    title: `${said}${details.filter((part) => part !== '').join(', ')}`,
  };
}

/** A card, or one that stands for several devices. */
function stackBox(
  block: Extract<Block, { kind: 'device' }>,
  rect: Rect,
  titleOf: TitleOf,
): SceneBox {
  const box = deviceBox(block, rect, titleOf);
  if (!block.stack) return box;
  const { size } = block.stack;
  const { title, device, bdf, quiet } = block.words;
  const said = [`${size} × ${title}`, DEVICE_KIND_WORDS[device].many, bdf, quiet];
  return { ...box, stack: size, title: said.filter((part) => part !== '').join(', ') };
}

function integratedBox(
  first: PciFunction,
  functions: readonly PciFunction[],
  rect: Rect,
): SceneBox {
  const { size, pitch } = METRICS.mark;
  const perRow = marksPerRow();
  const text = integratedWords(functions.length);
  return {
    ...NO_PARTS,
    key: first.id,
    kind: 'integrated',
    device: 'other',
    rect,
    functions: functions.map((fn) => fn.id),
    marks: functions.map((fn, index) => ({
      function: fn.id,
      device: deviceKind(fn),
      rect: {
        x: rect.x + 8 + (index % perRow) * pitch,
        y: rect.y + 24 + Math.floor(index / perRow) * pitch,
        width: size,
        height: size,
      },
    })),
    texts: [{ role: 'quiet', text, x: rect.x + 8, y: rect.y + 16, anchor: 'start' }],
    title: `${text} on the root bus`,
  };
}

function portTexts(text: string, rect: Rect): readonly SceneText[] {
  const x = rect.x + rect.width / 2;
  return [{ role: 'bdf', text, x, y: rect.y + rect.height / 2 + 4, anchor: 'middle' }];
}

/** `01.1`: what tells the ports on one edge apart. */
function slotAddress(fn: PciFunction): string {
  return fn.address ? formatAddress(fn.address).split(':').slice(-1).join('') : '';
}

/** `01:00.0` */
function busAddress(fn: PciFunction): string {
  return fn.address ? formatAddress(fn.address).split(':').slice(-2).join(':') : '';
}

function address(fn: PciFunction): string {
  return fn.address ? formatAddress(fn.address) : fn.id;
}

/** The functions at the end of the line from a port to a block. */
export function functionsAt(block: Block, port: PciFunction | null): readonly FunctionId[] {
  switch (block.kind) {
    case 'device': {
      const own = port ? block.stack?.get(port.id) : undefined;
      return (own ?? block.functions).map((fn) => fn.id);
    }
    case 'switch':
      return [block.upstream.id, ...block.extras.map((fn) => fn.id)];
    case 'bridge':
      return [block.fn.id];
    case 'collapsed':
      return block.part.tops;
    default:
      return [];
  }
}
