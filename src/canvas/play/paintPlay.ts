import { partAlong, pointAlong } from '../../layout/polyline.ts';
import type { Point, Rect } from '../../layout/scene.ts';
import type { WalkRoute } from '../../layout/walkRoute.ts';
import { type Camera, rectToScreen, type Size, toScreen } from '../camera/camera.ts';
import { uncovered } from '../camera/limits.ts';
import type { Brush } from '../overview/overview.ts';
import type { PacketSprites } from './PacketSprites.ts';
import type { PacketLook } from './packetLook.ts';
import { paintPackets } from './paintPackets.ts';
import { placeSigns } from './placeSigns.ts';

/** What the overlay's painter needs besides the overview's. */
export type PlayBrush = Brush & Pick<CanvasRenderingContext2D, 'clearRect' | 'drawImage'>;

/** An IOMMU or memory is no function and has no box: a sign on the edge of a frame stands for it. */
export interface SignedHop {
  readonly hop: number;
  readonly word: string;
}

/** One frame of a play. */
export interface PlayScene {
  readonly route: WalkRoute;
  /** What the packet looks like from each hop on. */
  readonly looks: readonly PacketLook[];
  /** Hops at places that are drawn as signs. */
  readonly signs: readonly SignedHop[];
  /** Place of the packet in hops, as the clock has it. */
  readonly at: number;
  /** The hop whose decision is shown. */
  readonly hop: number;
  readonly camera: Camera;
  readonly size: Size;
  readonly sprites: PacketSprites;
}

const TRAIL = 2;
const TRAIL_HALO = 6;
const STATION = 3;

/** The way so far, the place where the packet is, and the packet. */
export function paintPlay(brush: PlayBrush, play: PlayScene): void {
  const { route, looks, camera, size, sprites } = play;
  const { ratio } = sprites;
  brush.setTransform(ratio, 0, 0, ratio, 0, 0);
  brush.clearRect(0, 0, size.width, size.height);
  brush.lineJoin = 'round';
  brush.lineCap = 'round';
  paintSigns(brush, play);
  paintTrail(brush, play);
  paintPlace(brush, play);
  const { x, y, angle } = packetPoint(route, play.at);
  const look = looks[Math.min(Math.floor(play.at), play.hop)] ?? looks[play.hop];
  if (!look) return;
  paintPackets(brush, [{ ...look, ...toScreen(camera, { x, y }), angle }], sprites);
}

/** Where a packet is, in drawing units. @param at in hops: 2.5 is half way along the third leg */
export function packetPoint({ stations, legs }: WalkRoute, at: number) {
  const hop = Math.min(Math.max(Math.floor(at), 0), Math.max(0, stations.length - 1));
  const share = at - hop;
  const leg = legs[hop];
  if (share > 0 && leg && leg.length > 1) return pointAlong(leg, share);
  // Standing, it heads where it came from; at the first place, where it will go.
  const came = legs[hop - 1];
  const angle = came ? pointAlong(came, 1).angle : leg ? pointAlong(leg, 0).angle : 0;
  return { ...(stations[hop] ?? { x: 0, y: 0 }), angle };
}

/** Back from an answer, the way of the request is only a memory. */
function paintTrail(brush: PlayBrush, { route, looks, at, camera, sprites }: PlayScene): void {
  const passed = Math.floor(at);
  const turn = looks.findIndex(({ form }) => form === 'completion');
  const isBack = turn >= 0 && passed >= turn;
  const legs = route.legs.slice(0, passed);
  const under = route.legs[passed];
  const partial = under && at > passed ? [partAlong(under, at - passed)] : [];
  const request = isBack ? legs.slice(0, turn) : [...legs, ...partial];
  const answer = isBack ? [...legs.slice(turn), ...partial] : [];
  const { ink, quiet, paper } = sprites.palette.strong;
  const paths = [
    { legs: request, colour: isBack ? quiet : ink, dash: isBack ? [2, 5] : [] },
    { legs: answer, colour: ink, dash: [] },
  ];
  for (const { legs: path, colour, dash } of paths) {
    if (path.length === 0) continue;
    brush.beginPath();
    for (const leg of path) trace(brush, leg, camera);
    brush.setLineDash([]);
    brush.strokeStyle = paper;
    brush.lineWidth = TRAIL_HALO;
    brush.stroke();
    brush.setLineDash(dash);
    brush.strokeStyle = colour;
    brush.lineWidth = TRAIL;
    brush.stroke();
  }
  brush.setLineDash([]);
  brush.fillStyle = ink;
  for (const station of route.stations.slice(0, passed)) {
    const { x, y } = toScreen(camera, station);
    brush.beginPath();
    brush.roundRect(x - STATION, y - STATION, 2 * STATION, 2 * STATION, STATION);
    brush.fill();
  }
}

/** Rims the port, card or host bridge where the decision is taken. */
function paintPlace(brush: PlayBrush, { route, hop, camera, sprites }: PlayScene): void {
  const place = route.places[hop];
  if (!place) return;
  const { paper, ink } = sprites.palette.strong;
  rim(brush, rectToScreen(camera, place), paper, 5);
  rim(brush, rectToScreen(camera, place), ink, 2);
}

function rim(brush: PlayBrush, { x, y, width, height }: Rect, colour: string, line: number): void {
  brush.beginPath();
  brush.roundRect(x - 2, y - 2, width + 4, height + 4, 4);
  brush.strokeStyle = colour;
  brush.lineWidth = line;
  brush.stroke();
}

function paintSigns(brush: PlayBrush, play: PlayScene): void {
  const { route, signs, hop, camera, size } = play;
  const { palette } = play.sprites;
  const { ink, field, outline, paper } = palette.strong;
  const placed = signs.flatMap(({ hop: index, word }) => {
    const station = route.stations[index];
    return station ? [{ at: toScreen(camera, station), word, isHere: index === hop }] : [];
  });
  const rects = placeSigns(placed, route.outward, { x: 0, y: 0, ...uncovered(size) });
  for (const [index, { word, isHere }] of placed.entries()) {
    const rect = rects[index];
    if (!rect) continue;
    brush.beginPath();
    brush.roundRect(rect.x - 2, rect.y - 2, rect.width + 4, rect.height + 4, 5);
    brush.fillStyle = paper;
    brush.fill();
    brush.beginPath();
    brush.roundRect(rect.x, rect.y, rect.width, rect.height, 3);
    brush.fillStyle = field;
    brush.fill();
    brush.strokeStyle = isHere ? ink : outline;
    brush.lineWidth = isHere ? 2 : 1;
    brush.stroke();
    brush.fillStyle = ink;
    brush.font = `600 11px ${palette.fonts.words}`;
    brush.textAlign = 'center';
    brush.textBaseline = 'middle';
    brush.fillText(word, rect.x + rect.width / 2, rect.y + rect.height / 2 + 1);
  }
}

function trace(brush: PlayBrush, points: readonly Point[], camera: Camera): void {
  points.forEach((point, index) => {
    const { x, y } = toScreen(camera, point);
    if (index === 0) brush.moveTo(x, y);
    else brush.lineTo(x, y);
  });
}
