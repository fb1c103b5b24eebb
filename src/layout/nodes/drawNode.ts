import { formatAddress } from '../../model/address.ts';
import { deviceKind } from '../../model/deviceKind.ts';
import { cardTitle } from '../cardTitle.ts';
import { collapsedBox } from '../collapse/collapsedPart.ts';
import { METRICS } from '../metrics.ts';
import type { LayoutOptions, Rect, SceneText } from '../scene.ts';
import type { Sheet } from '../sheet.ts';
import { slotBox } from '../slotBox.ts';
import { stackName } from '../stack/stackName.ts';
import { fitText } from '../textWidth.ts';
import { type Node, nodeBoxKind, typeTag } from './node.ts';

/** Beside two addresses there is little room. */
const SHORT_TAGS: Readonly<Record<string, string>> = {
  endpoint: '',
  'legacy endpoint': '',
  downstream: '',
  'root port': '',
};

/** Puts one node on the sheet: BDF and type, the name below. */
export function drawNode(node: Node, rect: Rect, sheet: Sheet, { titleOf }: LayoutOptions): void {
  const { pad } = METRICS.card;
  const room = rect.width - 2 * pad;
  const foot = { x: rect.x + pad, y: rect.y + METRICS.node.height - 3 };
  const line = (row: 1 | 2) => ({ x: rect.x + pad, y: rect.y + (row === 1 ? 17 : 33) });
  if (node.kind === 'collapsed') {
    sheet.box(collapsedBox(node.part, rect));
    return;
  }
  if (node.kind === 'host' || node.kind === 'socket') {
    const said = node.notes.at(foot);
    const { id } = node.kind === 'host' ? node.host : node.socket;
    const text = fitText(node.caption, 'caption', room);
    sheet.frame({
      key: id,
      kind: node.kind === 'host' ? 'host-bridge' : 'socket',
      id,
      rect,
      texts: [
        { role: 'caption', text, ...line(1), y: rect.y + 24, anchor: 'start' },
        ...said.texts,
      ],
      ...(said.signs.length > 0 ? { signs: said.signs } : {}),
      title: node.caption,
    });
    return;
  }
  const empty = { functions: [], ports: [], marks: [], glyph: null };
  if (node.kind === 'orphans') {
    const title = 'Above these the input shows nothing';
    const text = fitText('Nothing shown above', 'caption', room);
    sheet.box({
      ...empty,
      key: 'orphans',
      kind: 'orphan',
      device: 'other',
      rect,
      texts: [{ role: 'caption', text, ...line(1), y: rect.y + 24, anchor: 'start' }],
      title,
    });
    return;
  }
  const [first] = node.functions;
  if (!first) return;
  const { stack } = node;
  const many = node.functions.length / stack;
  const own = first.address ? formatAddress(first.address) : first.id;
  const last = node.functions.at(-1);
  const end = last?.address ? formatAddress(last.address).split(':').slice(1).join(':') : '';
  const bdf = stack > 1 && end !== '' ? `${own}…${end}` : own;
  const type = many > 1 ? `${many} VFs` : typeTag(first);
  const tag = stack > 1 ? `×${stack} ${SHORT_TAGS[type] ?? type}`.trim() : type;
  const device = deviceKind(first);
  const name = stackName(stack > 1 ? node.functions.map(titleOf) : [titleOf(first)]);
  const texts: SceneText[] = [
    { role: 'bdf', text: fitText(bdf, 'bdf', room), ...line(1), anchor: 'start' },
    {
      role: 'title',
      text: fitText(cardTitle(name, device), 'title', room),
      ...line(2),
      anchor: 'start',
    },
  ];
  if (tag !== '') {
    const role = many > 1 || stack > 1 ? 'count' : 'quiet';
    texts.push({ role, text: tag, x: rect.x + rect.width - pad, y: line(1).y, anchor: 'end' });
  }
  const said = node.notes.at(foot);
  const port = node.slot ? first : null;
  sheet.box({
    ...empty,
    key: first.id,
    kind: nodeBoxKind(first),
    device,
    rect,
    functions: node.functions.map((fn) => fn.id),
    ...(stack > 1 ? { stack } : {}),
    ...(said.signs.length > 0 ? { signs: said.signs } : {}),
    texts: [...texts, ...said.texts],
    title: [name, tag, bdf].filter((part) => part !== '').join(', '),
  });
  if (!port || !node.slot) return;
  const { slot, moved } = node.slot;
  const height = METRICS.node.slot - 4;
  const at = { x: rect.x + 4, y: rect.y + rect.height - height - 4, width: rect.width - 8, height };
  const place = { ...at, x: at.x + moved.x, y: at.y + moved.y };
  sheet.slot(slotBox(slot, port, place, true), port.id);
}
