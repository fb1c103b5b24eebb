import type { DropPlace } from '../../build/carried.ts';
import type { Rect } from '../../layout/scene.ts';
import { middleOf } from '../rects.ts';

/** A place that keys can aim at; the sheet itself is drawn nowhere. */
export interface WalkedTarget {
  readonly place: DropPlace;
  readonly rect: Rect | null;
}

export type TargetMove = 'left' | 'right' | 'up' | 'down' | 'next' | 'previous' | 'first' | 'last';

/** What a key means while something is carried; `null` for other keys. */
export function targetMove(key: string, shift: boolean): TargetMove | null {
  switch (key) {
    case 'ArrowLeft':
      return 'left';
    case 'ArrowRight':
      return 'right';
    case 'ArrowUp':
      return 'up';
    case 'ArrowDown':
      return 'down';
    case 'Home':
      return 'first';
    case 'End':
      return 'last';
    case 'Tab':
      return shift ? 'previous' : 'next';
    default:
      return null;
  }
}

/** Of what lies that way, what is off to the side counts as so many times further away. */
const ASIDE = 2;

/**
 * The place that a key leads to, among those that take what is carried, in the order of the tree.
 *
 * @param from around what is aimed at, or what keys acted on before; `null`: nothing
 */
export function walkTargets(
  targets: readonly WalkedTarget[],
  aim: DropPlace | null,
  from: Rect | null,
  move: TargetMove,
): DropPlace | null {
  const at = targets.findIndex(({ place }) => place === aim);
  const around = (index: number) =>
    targets[(index + targets.length) % targets.length]?.place ?? null;
  switch (move) {
    case 'first':
      return around(0);
    case 'last':
      return around(-1);
    case 'next':
      return around(at < 0 ? 0 : at + 1);
    case 'previous':
      return around(at < 0 ? -1 : at - 1);
    default:
      return from === null ? around(Math.max(at, 0)) : beyond(targets, aim, from, move);
  }
}

function beyond(
  targets: readonly WalkedTarget[],
  aim: DropPlace | null,
  from: Rect,
  move: 'left' | 'right' | 'up' | 'down',
): DropPlace | null {
  const start = middleOf(from);
  const isAlongX = move === 'left' || move === 'right';
  const sign = move === 'left' || move === 'up' ? -1 : 1;
  let best = aim;
  let nearest = Number.POSITIVE_INFINITY;
  let nearestAtAll: { readonly place: DropPlace; readonly away: number } | null = null;
  for (const { place, rect } of targets) {
    if (!rect || place === aim) continue;
    const middle = middleOf(rect);
    const along = sign * (isAlongX ? middle.x - start.x : middle.y - start.y);
    const aside = Math.abs(isAlongX ? middle.y - start.y : middle.x - start.x);
    const away = along + ASIDE * aside;
    if (along > 1 && away < nearest) {
      best = place;
      nearest = away;
    }
    const whole = Math.hypot(along, aside);
    if (nearestAtAll === null || whole < nearestAtAll.away) nearestAtAll = { place, away: whole };
  }
  // The first key finds something, whichever way it points.
  return best ?? nearestAtAll?.place ?? null;
}
