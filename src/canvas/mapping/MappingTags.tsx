import { type RefObject, useMemo } from 'react';
import type { PlacedTag } from '../../layout/placeTags.ts';
import { placeTags } from '../../layout/placeTags.ts';
import { intersects } from '../../layout/rects.ts';
import type { Point, Rect } from '../../layout/scene.ts';
import { VERDICT_GLYPHS } from '../../parts/verdictGlyphs.ts';
import { usePeerlane } from '../../store/peerlane.ts';
import type { CameraStore } from '../camera/CameraStore.ts';
import { strokes } from '../pair/inTheWay.ts';
import { useTagView } from '../pair/useTagView.ts';
import { placeSigns } from '../play/placeSigns.ts';
import { grown } from '../rects.ts';
import { strengthOf } from './MappingLines.tsx';
import styles from './mapping.module.css';
import type { DrawnWay, MappingDrawing } from './mappingDrawing.ts';
import { useRefusalShown } from './refusalShown.ts';
import { broughtIn, roomForTags } from './roomForTags.ts';
import { usePointedWay } from './usePointedWay.ts';
import { LETTER, type WayTag, wayTags } from './wayTags.ts';

interface Props {
  readonly camera: CameraStore;
  readonly surface: RefObject<HTMLElement | null>;
  readonly drawing: MappingDrawing;
}

/** Where the ways of a list end, and what they carry: over everything. */
export function MappingTags({ camera, surface, drawing }: Props) {
  const view = usePeerlane((state) => state.mapping);
  const play = usePeerlane((state) => state.play);
  const { k, view: seen } = useTagView(camera);
  const { ways, signs, outward, cards, edges } = drawing;
  const room = useMemo(() => roomForTags(seen, k, camera.size), [seen, k, camera]);
  const put = useMemo(() => {
    const free = scaled(seen, k);
    const placed = signs.map(({ at, word }) => ({ at: { x: at.x * k, y: at.y * k }, word }));
    return placeSigns(placed, outward, free).map((rect) => scaled(rect, 1 / k));
  }, [signs, outward, seen, k]);
  const tags = useMemo(() => {
    const signAt = (at: Point) =>
      put[signs.findIndex((sign) => sign.at.x === at.x && sign.at.y === at.y)] ?? null;
    return wayTags(drawing, k, signAt).map((tag) => ({
      ...tag,
      at: broughtIn(tag.at, seen, room),
    }));
  }, [drawing, k, put, signs, seen, room]);
  const places = useMemo(() => {
    const inTheWay = [
      ...ways.flatMap(({ points }) => strokes(points).map((rect) => grown(rect, 3 / k))),
      ...cards.filter((card) => intersects(card, seen)),
      ...put,
      ...edges,
    ];
    return placeTags(tags, k, inTheWay, room);
  }, [tags, ways, cards, put, edges, k, seen, room]);
  usePointedWay(surface, camera, { ways, tags, places });
  const isPlaying = play !== null;
  /** The signs on a way that is played are painted with its packet. */
  const isPainted = (at: Point) => {
    const of = play?.of;
    if (of === undefined || of === 'pair') return false;
    return ways.some(
      ({ outputs, iommu, memory }) =>
        outputs.includes(of.output) && (iommu === at || memory === at),
    );
  };
  return (
    <g className={styles.tags}>
      {signs.map((sign, index) => {
        const rect = put[index];
        return (
          rect &&
          !isPainted(sign.at) && (
            <PlaceSign key={`${sign.word} ${sign.at.x} ${sign.at.y}`} {...sign} rect={rect} k={k} />
          )
        );
      })}
      {ways.map((way) => (
        <WayEnd
          key={way.key}
          way={way}
          isAlone={ways.length === 1}
          strength={strengthOf(way, ways, view, play)}
        />
      ))}
      {!isPlaying &&
        tags.map((tag, index) => {
          const place = places[index];
          return (
            place && (
              <Tag
                key={tag.key}
                tag={tag}
                place={place}
                strength={strengthOf(tag.way, ways, view, play)}
              />
            )
          );
        })}
    </g>
  );
}

type Strength = ReturnType<typeof strengthOf>;

/** The camera keeps --inverse: 1/k of the sheet. */
function pinned(x: number, y: number, more = ''): { readonly transform: string } {
  return { transform: `translate(${x}px, ${y}px) scale(var(--inverse, 1)) ${more}` };
}

function Tag({
  tag,
  place: { from, dx, dy },
  strength,
}: {
  readonly tag: WayTag;
  readonly place: PlacedTag;
  readonly strength: Strength;
}) {
  const { way, width, height, left } = tag;
  const { letter, title, why } = way.words;
  return (
    <g style={pinned(from.x, from.y)}>
      <g
        className={styles.tag}
        data-space={way.space}
        data-barred={way.isBarred || undefined}
        data-strength={strength}
        transform={`translate(${Math.round(dx)} ${Math.round(dy)})`}
      >
        <rect
          className={styles.ground}
          x={0.5}
          y={0.5}
          width={width - 1}
          height={height - 1}
          rx={3}
        />
        <rect className={styles.letter} x={0.5} y={0.5} width={LETTER} height={height - 1} rx={3} />
        {letter === '' ? (
          <path
            className={styles.glyph}
            transform="translate(2.5 4)"
            d={VERDICT_GLYPHS.NOT_SUPPORTED}
          />
        ) : (
          <text x={LETTER / 2} y={16} textAnchor="middle" className={styles.title}>
            {letter}
          </text>
        )}
        <text x={left} y={16} className={styles.title}>
          {title}
        </text>
        {why && (
          <text x={left} y={33} className={styles.why}>
            {why}
          </text>
        )}
      </g>
    </g>
  );
}

interface EndProps {
  readonly way: DrawnWay;
  /** It is the only way of its list. */
  readonly isAlone: boolean;
  readonly strength: Strength;
}

/** An arrow's head where something arrives, a barred sign where it does not. */
function WayEnd({ way, isAlone, strength }: EndProps) {
  const refusals = useRefusalShown();
  // At a device that other ways leave: in its corner, beside them.
  const share = isAlone ? 0.5 : 1;
  const { x, y } = { x: way.at.x + way.at.width * share, y: way.at.y };
  if (way.isBarred) {
    const isAtHome = way.places.length === 0;
    return (
      <g style={pinned(x, y)} data-strength={strength} className={styles.end}>
        {isAtHome && way.space === null && (
          <rect key={refusals} className={styles.never} x={-10} y={-6} width={20} height={12} />
        )}
        <circle r={13} />
        <path
          className={styles.glyph}
          transform="translate(-9.6 -9.6) scale(1.2)"
          d={VERDICT_GLYPHS.NOT_SUPPORTED}
        />
      </g>
    );
  }
  if (way.points.length < 2) return null;
  return (
    <g
      style={pinned(x, y, `rotate(${way.angle}rad)`)}
      className={styles.end}
      data-space={way.space}
      data-strength={strength}
    >
      <path className={styles.head} d="M1 0L-9-5.5V5.5Z" />
    </g>
  );
}

interface SignProps {
  readonly at: Point;
  readonly word: string;
  /** Where it stands at this zoom, in drawing units. */
  readonly rect: Rect;
  readonly k: number;
}

/** An IOMMU and the memory are no functions and have no boxes. */
function PlaceSign({ at, word, rect, k }: SignProps) {
  const { x, y, width, height } = scaled({ ...rect, x: rect.x - at.x, y: rect.y - at.y }, k);
  return (
    <g style={pinned(at.x, at.y)} className={styles.place}>
      <rect x={x} y={y} width={width} height={height} rx={3} />
      <text x={x + width / 2} y={y + height / 2 + 4} textAnchor="middle">
        {word}
      </text>
    </g>
  );
}

function scaled({ x, y, width, height }: Rect, k: number): Rect {
  return { x: x * k, y: y * k, width: width * k, height: height * k };
}
