import { beforeEach, describe, expect, test } from 'vitest';
import { CameraStore } from './CameraStore.ts';

const size = { width: 1000, height: 800 };
const bounds = { x: 0, y: 0, width: 9000, height: 7000 };
const at = (k: number) => ({ x: -4000 * k, y: -3000 * k, k });

let camera: CameraStore;
beforeEach(() => {
  camera = new CameraStore();
  camera.resize(size);
  camera.setBounds(bounds);
});

/** What React does in its own time. */
const draw = () => camera.drew(camera.frame());

describe('while the zoom changes', () => {
  test('there is nothing new to draw until it rests', () => {
    camera.moveTo(at(0.2));
    const afar = camera.frame();
    camera.moveTo(at(1), true);
    expect(camera.frame()).toBe(afar);
    camera.settle();
    expect(camera.frame().detail).toBe('details');
  });

  test('a move at once needs no rest', () => {
    camera.moveTo(at(0.2));
    camera.moveTo(at(1));
    expect(camera.isZooming).toBe(false);
    expect(camera.frame().detail).toBe('details');
  });

  test('from afar nothing stands in for the canvas', () => {
    camera.moveTo(at(0.2));
    draw();
    camera.moveTo(at(1), true);
    expect(camera.standsIn).toBe(false);
  });

  test('a little more or less of what is drawn is only stretched', () => {
    camera.moveTo(at(1));
    draw();
    camera.moveTo(at(1.2), true);
    expect(camera.standsIn).toBe(false);
  });

  test.each([
    ['stretched too much', at(2)],
    ['seen from afar', at(0.3)],
    ['in part out of what is drawn', at(0.7)],
    ['moved away', { ...at(1), x: 0 }],
  ])('a canvas stands in when all is %s', (_, to) => {
    camera.moveTo(at(1));
    draw();
    camera.moveTo(to, true);
    expect(camera.standsIn).toBe(true);
  });

  test('it stays on the way back, and until the new frame is drawn', () => {
    camera.moveTo(at(1));
    draw();
    camera.moveTo(at(2.5), true);
    camera.moveTo(at(1.4), true);
    expect(camera.standsIn).toBe(true);
    camera.moveTo(at(3), true);
    camera.settle();
    expect(camera.standsIn).toBe(true);
    draw();
    expect(camera.standsIn).toBe(false);
  });

  test('back where it was, what is drawn will do', () => {
    camera.moveTo(at(1));
    draw();
    camera.moveTo(at(2), true);
    camera.moveTo(at(1), true);
    camera.settle();
    expect(camera.standsIn).toBe(false);
  });

  test('who follows is told when it rests', () => {
    let told = 0;
    camera.subscribe(() => {
      told += 1;
    });
    camera.settle();
    expect(told).toBe(0);
    camera.moveTo(at(1), true);
    camera.settle();
    expect(told).toBe(2);
  });
});
