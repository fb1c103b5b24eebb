import { useEffect, useLayoutEffect, useRef } from 'react';
import { usePeerlane } from '../../store/peerlane.ts';
import type { CameraStore } from '../camera/CameraStore.ts';
import type { Palette } from '../overview/palette.ts';
import { PacketSprites } from './PacketSprites.ts';
import { paintPlay } from './paintPlay.ts';
import styles from './play.module.css';
import { clockAt, isMoving, type PlayClock, type PlayPace, tick } from './playClock.ts';
import type { Played } from './usePlayed.ts';
import { useReducedMotion } from './useReducedMotion.ts';

interface Props {
  readonly camera: CameraStore;
  readonly palette: Palette;
  readonly played: Played;
}

/**
 * The packet and its way, on a canvas over the drawing. Only this is painted while it travels; the
 * drawing below stays as it is. Frames are asked for only while something moves.
 */
export function PlayCanvas({ camera, palette, played }: Props) {
  const { changePlay } = usePeerlane((state) => state.actions);
  const isReduced = useReducedMotion();
  const canvas = useRef<HTMLCanvasElement>(null);
  const clock = useRef<PlayClock>(clockAt(played.play.hop));
  const latest = useRef({ palette, played, isReduced });
  latest.current = { palette, played, isReduced };
  const sprites = useRef<PacketSprites | null>(null);
  const ask = useRef<() => void>(() => undefined);

  useEffect(() => {
    let asked = 0;
    let before: number | null = null;
    const spritesOf = (inks: Palette): PacketSprites => {
      const ratio = window.devicePixelRatio;
      const made = sprites.current;
      if (made?.palette === inks && made.ratio === ratio) return made;
      sprites.current = new PacketSprites(inks, ratio);
      return sprites.current;
    };
    const paint = () => {
      const element = canvas.current;
      if (element)
        show(
          element,
          camera,
          spritesOf(latest.current.palette),
          latest.current.played,
          clock.current,
        );
    };
    const frame = (now: number) => {
      asked = 0;
      const pace = paceOf(latest.current.played, latest.current.isReduced);
      const elapsed = before === null ? 0 : now - before;
      clock.current = tick(clock.current, pace, elapsed);
      const { hop } = clock.current;
      if (hop !== pace.hop) {
        changePlay(hop >= pace.last ? { hop, isRunning: false } : { hop });
      }
      paint();
      const isOn = isMoving(clock.current, pace);
      before = isOn ? now : null;
      if (isOn) request();
    };
    const request = () => {
      if (asked === 0) asked = requestAnimationFrame(frame);
    };
    ask.current = request;
    request();
    const stop = camera.subscribe(request);
    return () => {
      stop();
      cancelAnimationFrame(asked);
    };
  }, [camera, changePlay]);

  useLayoutEffect(() => ask.current());
  return (
    <div aria-hidden="true">
      <canvas ref={canvas} className={styles.canvas} data-layer="play" />
    </div>
  );
}

function paceOf({ play, walk }: Played, isReduced: boolean): PlayPace {
  const { hop, isRunning, speed } = play;
  return { hop, isRunning, speed, last: walk.hops.length - 1, isReduced };
}

function show(
  canvas: HTMLCanvasElement,
  { camera, size }: CameraStore,
  sprites: PacketSprites,
  { route, looks, signs }: Played,
  { at, hop }: PlayClock,
): void {
  const { ratio } = sprites;
  const width = Math.round(size.width * ratio);
  const height = Math.round(size.height * ratio);
  // Setting either takes new memory for it.
  if (canvas.width !== width) canvas.width = width;
  if (canvas.height !== height) canvas.height = height;
  const brush = canvas.getContext('2d');
  if (brush) paintPlay(brush, { route, looks, signs, at, hop, camera, size, sprites });
}
