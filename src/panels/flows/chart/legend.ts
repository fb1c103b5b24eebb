import type {
  ChartDraft,
  ChartFill,
  ChartPointKind,
  ChartStrokeKind,
} from '../../../layout/charts/chartScene.ts';
import { textWidth } from '../../../layout/textWidth.ts';

/** What a sign of the chart means. */
export interface LegendEntry {
  readonly sign:
    | { readonly fill: ChartFill }
    | { readonly stroke: ChartStrokeKind }
    | { readonly point: ChartPointKind };
  readonly words: string;
}

const ROW = 18;
const SIGN = 22;
const GAP = 16;

/** Signs with their words in rows from the origin on; says how high they are. */
export function addLegend(
  draft: ChartDraft,
  entries: readonly LegendEntry[],
  { x: left, y: top, width }: { readonly x: number; readonly y: number; readonly width: number },
): number {
  let [x, y] = [left, top];
  for (const { sign, words } of entries) {
    const wide = SIGN + 6 + textWidth(words, 'quiet');
    if (x > left && x + wide > left + width) {
      x = left;
      y += ROW;
    }
    const middle = y + ROW / 2;
    const key = `legend ${words}`;
    if ('fill' in sign) {
      const rect = { x, y: middle - 5, width: SIGN, height: 10 };
      draft.areas.push({ key, fill: sign.fill, rect });
    } else if ('stroke' in sign) {
      draft.strokes.push({ key, kind: sign.stroke, path: `M${x},${middle}H${x + SIGN}` });
    } else {
      draft.points.push({ key, kind: sign.point, x: x + SIGN / 2, y: middle });
    }
    draft.texts.push({
      x: x + SIGN + 6,
      y: middle + 4,
      role: 'quiet',
      anchor: 'start',
      text: words,
      tone: 'ink',
    });
    x += wide + GAP;
  }
  return entries.length === 0 ? 0 : y + ROW - top;
}
