import { type IommuScene, newIommuDraft } from './iommuScene.ts';

const WIDTH = 560;
const MAPPED = 120;
const WINDOW = 260;
const TOP = 18;
const BAR = 24;

/** What requests meet over time: before unmapping, until the flush, and after it. */
export function layOutUnmapWindow(windowMs: number): IommuScene {
  const { boxes, lines, texts } = newIommuDraft();
  const flush = MAPPED + (windowMs > 0 ? WINDOW : 0);
  const part = (kind: 'taken' | 'waiting' | 'reserved', x: number, end: number, words: string) => {
    boxes.push({
      key: kind,
      kind,
      rect: { x: x + 0.5, y: TOP + 0.5, width: end - x - 1, height: BAR - 1 },
    });
    texts.push({
      x: x + 8,
      y: TOP + 16,
      role: 'quiet',
      anchor: 'start',
      text: words,
      tone: 'ink',
    });
  };
  const moment = (x: number, words: string) => {
    lines.push({ kind: 'way', from: { x, y: TOP - 4 }, to: { x, y: TOP + BAR + 4 } });
    texts.push({ x, y: 12, role: 'quiet', anchor: 'middle', text: words, tone: 'quiet' });
  };
  part('taken', 0, MAPPED, 'mapped: reaches');
  if (windowMs > 0) part('waiting', MAPPED, flush, 'IOTLB may hold it: may still reach');
  part('reserved', flush, WIDTH, 'not in the table: faults');
  moment(MAPPED, windowMs > 0 ? 'unmapped' : 'unmapped and flushed');
  if (windowMs > 0) moment(flush, `flushed, at most ${windowMs} ms later`);
  return { width: WIDTH, height: TOP + BAR + 6, boxes, lines, texts };
}
