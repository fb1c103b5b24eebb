import { formatAddress } from '../../model/address.ts';
import { deviceKind } from '../../model/deviceKind.ts';
import { cardTitle } from '../cardTitle.ts';
import { METRICS } from '../metrics.ts';
import type { LayoutOptions, Rect, SceneText } from '../scene.ts';
import type { Sheet } from '../sheet.ts';
import { fitText } from '../textWidth.ts';
import { type Node, nodeBoxKind, typeTag } from './node.ts';

/** Puts one node on the sheet: BDF and type, the name below. */
export function drawNode(node: Node, rect: Rect, sheet: Sheet, { titleOf }: LayoutOptions): void {
  const { pad } = METRICS.card;
  const room = rect.width - 2 * pad;
  const line = (row: 1 | 2) => ({ x: rect.x + pad, y: rect.y + (row === 1 ? 17 : 33) });
  if (node.kind === 'host') {
    const { id } = node.host;
    const text = fitText(node.caption, 'caption', room);
    sheet.frame({
      key: id,
      kind: 'host-bridge',
      id,
      rect,
      texts: [{ role: 'caption', text, ...line(1), y: rect.y + 24, anchor: 'start' }],
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
  const many = node.functions.length;
  const bdf = first.address ? formatAddress(first.address) : first.id;
  const tag = many > 1 ? `${many} VFs` : typeTag(first);
  const device = deviceKind(first);
  const name = titleOf(first);
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
    const role = many > 1 ? 'count' : 'quiet';
    texts.push({ role, text: tag, x: rect.x + rect.width - pad, y: line(1).y, anchor: 'end' });
  }
  sheet.box({
    ...empty,
    key: first.id,
    kind: nodeBoxKind(first),
    device,
    rect,
    functions: node.functions.map((fn) => fn.id),
    texts,
    title: [name, tag, bdf].filter((part) => part !== '').join(', '),
  });
}
