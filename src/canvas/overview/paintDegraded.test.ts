import { expect, test } from 'vitest';
import type { SceneLink } from '../../layout/scene.ts';
import { drawnOf, twoHosts } from '../twoHosts.testkit.ts';
import type { Brush, Overview } from './overview.ts';
import { paintDegraded } from './paintDegraded.ts';

test('only links that are less than they could be have a sign, not smaller than can be seen', () => {
  const corners: (readonly [number, number])[] = [];
  const note = (x: number, y: number) => corners.push([x, y]);
  const nothing = () => {};
  const brush = { beginPath: nothing, fill: nothing, stroke: nothing, moveTo: note, lineTo: note };
  const inks = { paper: 'paper', ink: 'ink' };
  const overview = { camera: { x: 0, y: 0, k: 0.1 }, palette: { strong: inks }, lit: null };
  const [one, two] = drawnOf(twoHosts()).scene.links;
  if (!one || !two) throw new Error('no links');
  const links: SceneLink[] = [
    { ...one, isDegraded: true },
    { ...two, isDown: true },
  ];
  paintDegraded(brush as unknown as Brush, links, overview as unknown as Overview);
  const xs = corners.map(([x]) => x);
  expect(corners).toHaveLength(5);
  expect(Math.max(...xs) - Math.min(...xs)).toBeGreaterThan(8);
});
