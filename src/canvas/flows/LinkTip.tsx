import { type RefObject, useEffect, useState } from 'react';
import { byteRate } from '../../base/byteRate.ts';
import type { LinkReport, LinkUse, ThroughputReport } from '../../engine/flows/throughputReport.ts';
import { isOversubscribed } from '../../layout/flows/heatScale.ts';
import type { Point, Scene } from '../../layout/scene.ts';
import { peerlane } from '../../store/peerlane.ts';
import type { CameraStore } from '../camera/CameraStore.ts';
import type { Under } from '../state/usePointing.ts';
import type { SheetHeat } from './flowsDrawing.ts';
import styles from './LinkTip.module.css';

interface Props {
  readonly camera: CameraStore;
  readonly surface: RefObject<HTMLElement | null>;
  readonly pick: (at: Point) => Under | null;
  readonly scene: Scene;
  readonly heat: SheetHeat;
  readonly report: ThroughputReport;
  readonly isStale: boolean;
}

const PARTS = ['payload', 'header', 'dllp', 'skp', 'idle'] as const;
const WORDS: Readonly<Record<(typeof PARTS)[number], string>> = {
  payload: 'payload',
  header: 'headers',
  dllp: 'DLLPs',
  skp: 'SKP',
  idle: 'idle',
};
/** Of flows that cross a link, so many are named. */
const MOST_NAMED = 6;

/** What a link carries, of the one under the pointer; the panel lights the same. */
export function LinkTip({ camera, surface, pick, scene, heat, report, isStale }: Props) {
  const [over, setOver] = useState<{
    readonly indices: readonly number[];
    readonly at: Point;
  } | null>(null);
  useEffect(() => {
    const element = surface.current;
    if (!element) return;
    const ending = new AbortController();
    const { signal } = ending;
    let own: number | null = null;
    const look = (indices: readonly number[], at: Point | null) => {
      const link = indices[0] ?? null;
      const { flows, actions } = peerlane.getState();
      // The panel may have lit another one before the pointer is said to have left.
      const isOthers = link === null && flows.link !== own;
      if (flows.link !== link && !isOthers) actions.lookAtFlows({ link });
      own = link;
      setOver(at && indices.length > 0 ? { indices, at } : null);
    };
    let wasOver = false;
    const move = (event: PointerEvent) => {
      const { flowDrawing, carry } = peerlane.getState();
      const isBusy = event.buttons !== 0 || flowDrawing !== null || carry !== null;
      if (event.pointerType === 'touch' || isBusy) return hide();
      const { left, top } = element.getBoundingClientRect();
      const at = { x: event.clientX - left, y: event.clientY - top };
      const lower = pick(at)?.link ?? null;
      const indices = lower === null ? [] : indicesOf(scene, heat, report, lower);
      if (indices.length === 0) return hide();
      wasOver = true;
      look(indices, at);
    };
    const hide = () => {
      if (wasOver) look([], null);
      wasOver = false;
    };
    element.addEventListener('pointermove', move, { signal });
    element.addEventListener('pointerleave', hide, { signal });
    element.addEventListener('pointerdown', hide, { signal });
    element.addEventListener('wheel', hide, { signal, passive: true });
    return () => {
      hide();
      ending.abort();
    };
  }, [surface, pick, scene, heat, report]);
  const link = over && report.links[over.indices[0] ?? -1];
  if (!over || !link) return null;
  const isRight = over.at.x > camera.size.width / 2;
  const isLow = over.at.y > camera.size.height / 2;
  return (
    <div
      className={styles.tip}
      data-right={isRight || undefined}
      data-low={isLow || undefined}
      data-stale={isStale || undefined}
      style={{ left: over.at.x, top: over.at.y }}
      aria-hidden="true"
    >
      <p>
        <strong>{link.title}</strong>
        {over.indices.length > 1 && ` (the fullest of ${over.indices.length} drawn as one)`}
      </p>
      <p className={styles.quiet}>
        {link.capacity === null
          ? 'What it can carry is not known.'
          : `Carries up to ${byteRate(link.capacity)} each way, headers and all.`}
      </p>
      <Way words="↑ towards the root" use={link.up} report={report} />
      <Way words="↓ from the root" use={link.down} report={report} />
    </div>
  );
}

function Way({
  words,
  use,
  report,
}: {
  readonly words: string;
  readonly use: LinkUse;
  readonly report: ThroughputReport;
}) {
  const names = use.flows.map((id) => report.flows.find((flow) => flow.id === id)?.title ?? id);
  const more = names.length - MOST_NAMED;
  const shown = names.slice(0, MOST_NAMED).join(', ') + (more > 0 ? ` and ${more} more` : '');
  return (
    <div className={styles.way}>
      <p>
        {words}: <strong>{byteRate(use.bytesPerSecond)}</strong>
        {use.utilisation > 0 && `, ${percent(use.utilisation)} of what can be filled`}
        {isOversubscribed(use.demand) && `; ×${use.demand.toFixed(1)} is asked for`}
      </p>
      <svg className={styles.bar} viewBox="0 0 100 8" preserveAspectRatio="none" aria-hidden="true">
        {PARTS.map((part, index) => {
          const x = PARTS.slice(0, index).reduce((sum, each) => sum + use[each], 0) * 100;
          const width = Math.max(0, use[part] * 100);
          return <rect key={part} data-part={part} x={x} y={0} width={width} height={8} />;
        })}
      </svg>
      <p className={styles.quiet}>
        {PARTS.map((part) => `${WORDS[part]} ${percent(use[part])}`).join(', ')}
      </p>
      {names.length > 0 && <p>{shown}</p>}
    </div>
  );
}

function percent(share: number): string {
  const value = share * 100;
  return `${value > 0 && value < 9.95 ? value.toFixed(1) : value.toFixed(0)} %`;
}

/** Of all that are drawn as the link to a function, the fullest first. */
function indicesOf(
  scene: Scene,
  { links }: SheetHeat,
  report: ThroughputReport,
  lower: Under['part'],
): readonly number[] {
  const key = scene.linkOf.get(lower as LinkReport['lower']) ?? lower;
  const most = (index: number) => {
    const link = report.links[index];
    return link ? Math.max(link.up.utilisation, link.down.utilisation) : 0;
  };
  return links
    .flatMap((link, index) => (link?.key === key ? [index] : []))
    .sort((a, b) => most(b) - most(a));
}
