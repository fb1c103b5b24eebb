import { expect, test } from 'vitest';
import { intersects } from '../../layout/rects.ts';
import type { Direction } from '../../layout/scene.ts';
import { textWidth } from '../../layout/textWidth.ts';
import { rectToScreen } from '../camera/camera.ts';
import { drawnOf, twoHosts } from '../twoHosts.testkit.ts';
import { switchNameSpot } from './switchNameSpot.ts';

function spotOf(name: string, direction: Direction, k: number, isOnWay: boolean) {
  const { scene } = drawnOf(twoHosts(), 'blocks', direction);
  const box = scene.boxes.find(({ kind }) => kind === 'switch');
  if (!box) throw new Error('no switch');
  const camera = { x: 10, y: 20, k };
  const spot = switchNameSpot(box, name, { camera, direction, isOnWay });
  const ports = box.ports.map(({ rect }) => rectToScreen(camera, rect));
  return { spot, ports, box: rectToScreen(camera, box.rect) };
}

test.each([
  ['PEX', 'down', false],
  ['PEX', 'down', true],
  ['a name much longer than the switch is wide, whatever the zoom may be', 'down', false],
  ['a name much longer than the switch is wide, whatever the zoom may be', 'down', true],
  ['PEX', 'right', false],
  ['PEX', 'right', true],
] as const)('%s, grown %s, on a way: %s: never over a port', (name, direction, isOnWay) => {
  for (const k of [0.1, 0.25, 0.4, 0.6]) {
    const { spot, ports, box } = spotOf(name, direction, k, isOnWay);
    if (!spot || spot.room < 24) continue;
    const width = Math.min(textWidth(name, 'link'), spot.room);
    const written = { x: spot.x, y: spot.y - 4, width, height: 8 };
    for (const port of ports) expect(intersects(port, written)).toBe(false);
    expect(spot.x + width).toBeLessThan(box.x + box.width);
  }
});

test('beside the upstream port if it fits, else between the rows unless a way runs there', () => {
  const { spot: short, ports } = spotOf('PEX', 'down', 0.6, false);
  const [up] = ports;
  expect((short?.x ?? 0) + (short?.room ?? 0)).toBeLessThan(up?.x ?? 0);
  const long = 'a name that needs most of the room';
  const { spot: between } = spotOf(long, 'down', 0.6, false);
  expect(between?.room).toBeGreaterThan(short?.room ?? 0);
  expect(spotOf(long, 'down', 0.6, true).spot?.room).toBe(short?.room);
});

test('further away there is no place', () => {
  expect(spotOf('PEX', 'down', 0.1, false).spot).toBeNull();
});
