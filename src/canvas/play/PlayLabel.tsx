import { useLayoutEffect, useMemo, useRef } from 'react';
import { placeTags } from '../../layout/placeTags.ts';
import { textWidth } from '../../layout/textWidth.ts';
import type { OpenDocument } from '../../store/state.ts';
import type { CameraStore } from '../camera/CameraStore.ts';
import { toScreen } from '../camera/camera.ts';
import { useTagView } from '../pair/useTagView.ts';
import { grown } from '../rects.ts';
import { decisionWords, placeWords } from './hopWords.ts';
import { inTheWay } from './inTheWay.ts';
import styles from './play.module.css';
import type { Played } from './usePlayed.ts';

interface Props {
  readonly camera: CameraStore;
  readonly document: OpenDocument;
  readonly played: Played;
}

const HEIGHT = 40;
const PAD = 10;
/** So far the play bar reaches above the other controls. */
const BAR = 60;
/** Half of a packet, with a rim. */
const PACKET = 13;
/** Letters are set a little wider than they are measured. */
const AIR = 1.06;

/** Beside the packet: the decision in two words, and where it is taken. */
export function PlayLabel({ camera, document, played }: Props) {
  const { play, walk, route, looks, sent } = played;
  const { k, view } = useTagView(camera);
  const hop = walk.hops[play.hop];
  const station = route.stations[play.hop];
  const words = hop ? decisionWords(hop, sent) : '';
  const where = hop ? placeWords(hop.at, document) : '';
  const width =
    2 * PAD + AIR * Math.max(textWidth(words, 'title') * 1.03, textWidth(where, 'caption'));
  // Signs stand beside packets, those of an IOMMU and of memory above.
  const hasSign =
    hop?.at.kind === 'iommu' || hop?.at.kind === 'memory' || looks[play.hop]?.sign !== 'none';
  const beside = hasSign ? 2 * PACKET : PACKET;
  const place = useMemo(() => {
    if (!station) return null;
    const at = grown({ ...station, width: 0, height: 0 }, beside / k, PACKET / k);
    const request = {
      key: 'hop',
      at,
      width: Math.ceil(width),
      height: HEIGHT,
      sides: ['right', 'left', 'above', 'below'] as const,
    };
    const free = { ...view, height: view.height - BAR / k };
    return placeTags([request], k, inTheWay(route, play.hop, k), free)[0] ?? null;
  }, [station, width, k, view, route, play.hop, beside]);

  const label = useRef<HTMLDivElement>(null);
  useLayoutEffect(() => {
    const element = label.current;
    if (!element || !place) return;
    const put = () => {
      const { x, y } = toScreen(camera.camera, place.from);
      const left = Math.round(x + place.dx);
      const top = Math.round(y + place.dy);
      element.style.transform = `translate(${left}px, ${top}px)`;
    };
    put();
    return camera.subscribe(put);
  }, [camera, place]);
  if (!place) return null;
  return (
    <div
      ref={label}
      className={styles.label}
      data-tone={looks[play.hop]?.tone}
      style={{ width: Math.ceil(width), height: HEIGHT }}
    >
      <strong>{words}</strong>
      <span>{where}</span>
    </div>
  );
}
