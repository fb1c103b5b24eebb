import { type RefObject, useMemo } from 'react';
import { type PlacedTag, placeTags } from '../../layout/placeTags.ts';
import { intersects } from '../../layout/rects.ts';
import type { Rect } from '../../layout/scene.ts';
import { textRect } from '../../layout/textRect.ts';
import { VERDICT_GLYPHS } from '../../parts/verdictGlyphs.ts';
import type { CameraStore } from '../camera/CameraStore.ts';
import { halfway } from '../draw/linePath.ts';
import { strokes } from '../pair/inTheWay.ts';
import { useTagView } from '../pair/useTagView.ts';
import { type FlowLook, flowLook } from './flowLook.ts';
import styles from './flows.module.css';
import type { DrawnFlow, FlowsDrawing, SheetHeat } from './flowsDrawing.ts';
import { type FlowTag, TAG_LINE, TAG_PAD } from './flowTag.ts';
import { flowTags, MOST_TAGGED } from './flowTags.ts';
import { usePointedFlow } from './usePointedFlow.ts';

interface Props {
  readonly camera: CameraStore;
  readonly surface: RefObject<HTMLElement | null>;
  readonly drawing: FlowsDrawing;
  readonly heat: SheetHeat;
  readonly isStale: boolean;
  readonly isWeak: boolean;
}

/** What each flow gets, where its data arrive; and what holds back the one that is looked at. */
export function FlowTags({ camera, surface, drawing, heat, isStale, isWeak }: Props) {
  const { k, view } = useTagView(camera);
  const tags = useMemo(() => flowTags(drawing), [drawing]);
  const places = useMemo(() => {
    const figures = heat.labels.flatMap(({ texts }) => texts.map(textRect));
    const bands = heat.bands.flatMap(({ points }) => strokes(points));
    const inTheWay = [...drawing.cards, ...figures, ...bands, ...legendIn(view, k)];
    const near = inTheWay.filter((rect) => intersects(rect, view));
    return placeTags(tags, k, near, view);
  }, [tags, drawing.cards, heat, k, view]);
  usePointedFlow(surface, camera, { ways: isWeak ? [] : drawing.ways, tags, places });
  if (isWeak) return null;
  const isMany = drawing.ways.length > MOST_TAGGED;
  const ended = drawing.ways.filter(({ isLooked }) => isLooked || !isMany);
  const marks = bindingLinks(drawing, heat);
  return (
    <g className={styles.tags} data-stale={isStale || undefined}>
      {ended.map((way) => (
        <WayEnd key={way.key} way={way} look={flowLook(way, drawing)} />
      ))}
      {marks.map(({ x, y }) => (
        <g key={`${x} ${y}`} className={styles.binding} style={pinned(x, y)}>
          <circle r={9} />
          <path d="M-3.5 -4.5H3.5L-3.5 4.5H3.5Z" />
        </g>
      ))}
      {tags.map((tag, index) => {
        const place = places[index];
        return place && <Tag key={tag.key} tag={tag} place={place} />;
      })}
    </g>
  );
}

/** On a narrow sheet the legend lies above the controls, at the right: so much of what is seen, in CSS pixels. */
const LEGEND = { width: 600, height: 40 };
/** From here on it stands beside them. */
const BESIDE = 1060;

function legendIn(view: Rect, k: number): readonly Rect[] {
  if (view.width * k >= BESIDE) return [];
  const { width, height } = { width: LEGEND.width / k, height: LEGEND.height / k };
  return [{ x: view.x + view.width - width, y: view.y + view.height - height, width, height }];
}

/** Halfway along the links that hold back what is looked at. */
function bindingLinks({ ways }: FlowsDrawing, { links }: SheetHeat) {
  const found = new Map<string, ReturnType<typeof halfway>>();
  for (const { isLooked, flow, stream } of ways) {
    const at = isLooked && (stream.limit ?? flow.limit)?.link;
    const link = at ? links[at.index] : null;
    if (link) found.set(link.key, halfway(link.points.slice(-2)));
  }
  return [...found.values()];
}

/** The camera keeps --inverse: 1/k of the sheet. */
function pinned(x: number, y: number, more = ''): { readonly transform: string } {
  return { transform: `translate(${x}px, ${y}px) scale(var(--inverse, 1)) ${more}` };
}

function Tag({
  tag: { look, lines, why, width, height },
  place: { from, dx, dy },
}: {
  readonly tag: FlowTag;
  readonly place: PlacedTag;
}) {
  // Pushed away from what it belongs to, it is tied to it by a line.
  const near = { x: within(dx, dx + width), y: within(dy, dy + height) };
  const off = Math.hypot(near.x, near.y);
  const isAway = off > ADJACENT && off < FAR;
  return (
    <g style={pinned(from.x, from.y)}>
      {isAway && <path className={styles.leader} data-look={look} d={`M0 0L${near.x} ${near.y}`} />}
      <g
        className={styles.tag}
        data-look={look}
        transform={`translate(${Math.round(dx)} ${Math.round(dy)})`}
      >
        <rect x={0.5} y={0.5} width={width - 1} height={height - 1} rx={3} />
        {lines.map(({ way, title }, at) => (
          <text key={way.key} x={TAG_PAD} y={(at + 1) * TAG_LINE}>
            {title}
          </text>
        ))}
        {why && (
          <text x={TAG_PAD} y={(lines.length + 1) * TAG_LINE} className={styles.why}>
            {why}
          </text>
        )}
      </g>
    </g>
  );
}

/** So far a tag may stand from what it belongs to without a line, in CSS pixels. */
const ADJACENT = 12;
/** A longer line would cross names. */
const FAR = 48;

/** What is nearest to 0. */
function within(least: number, most: number): number {
  return Math.round(Math.max(least, Math.min(0, most)));
}

/** An arrow's head where data arrive, a barred sign where they do not. */
function WayEnd({ way, look }: { readonly way: DrawnFlow; readonly look: FlowLook }) {
  const { x, y } = way.end;
  if (way.isRefused) {
    return (
      <g className={styles.refused} style={pinned(x, y)}>
        <circle r={10} />
        <path transform="translate(-7.2 -7.2) scale(0.9)" d={VERDICT_GLYPHS.NOT_SUPPORTED} />
      </g>
    );
  }
  return (
    <g className={styles.end} data-look={look} style={pinned(x, y, `rotate(${way.angle}rad)`)}>
      <path d={look === 'looked' ? 'M1 0L-9-5.5V5.5Z' : 'M1 0L-6-3.5V3.5Z'} />
    </g>
  );
}
