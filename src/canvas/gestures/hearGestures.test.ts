import { setMaxListeners } from 'node:events';
import { afterAll, afterEach, expect, test, vi } from 'vitest';
import { CameraStore } from '../camera/CameraStore.ts';
import { Pilot } from '../camera/Pilot.ts';
import { hearGestures } from './hearGestures.ts';

setMaxListeners(20); // Node counts what one signal ends; browsers do not
vi.stubGlobal('cancelAnimationFrame', () => undefined);
afterAll(() => void vi.unstubAllGlobals());
const ending: (() => void)[] = [];
afterEach(() => {
  for (const end of ending.splice(0)) end();
});

/** A sheet without a page: what `fire` dispatches on it is all that happens. */
function sheet(isLiftable = false) {
  const focus = vi.fn();
  const element = Object.assign(new EventTarget(), {
    dataset: {},
    focus,
    getBoundingClientRect: () => ({ left: 0, top: 0 }),
    setPointerCapture: () => undefined,
  });
  const camera = new CameraStore();
  camera.resize({ width: 800, height: 600 });
  camera.setBounds({ x: -1000, y: -1000, width: 2000, height: 2000 });
  const actions = {
    click: vi.fn(),
    doubleClick: vi.fn(),
    take: vi.fn(),
    marquee: vi.fn(),
    menu: vi.fn(),
    space: vi.fn(),
    escape: vi.fn(),
    canLift: vi.fn(() => isLiftable),
    lift: vi.fn(),
    carry: vi.fn(),
    drop: vi.fn(),
    putBack: vi.fn(),
    hold: vi.fn(),
    hover: vi.fn(),
    isHandFull: vi.fn(() => false),
  };
  const pilot = new Pilot(camera);
  const heard = hearGestures(element as unknown as HTMLElement, { camera, pilot }, () => ({
    ...actions,
  }));
  ending.push(heard.stop);
  /** @returns whether the browser is left to do what it does by itself */
  const fire = (type: string, button: number, x: number, y: number): boolean => {
    const facts = { pointerId: 1, pointerType: 'mouse', button, clientX: x, clientY: y };
    const event = Object.assign(new Event(type, { cancelable: true }), facts, {
      shiftKey: false,
      altKey: false,
      ...(type === 'wheel' && { deltaX: x, deltaY: y, deltaMode: 0 }),
    });
    return element.dispatchEvent(event);
  };
  const drag = (button: number, x: number, y: number) => {
    const before = camera.camera;
    const isPressLeft = fire('pointerdown', button, 100, 100);
    const isMenuLeft = button !== 2 || fire('contextmenu', button, 100, 100); // as on Linux
    fire('pointermove', -1, 100 + x / 2, 100 + y / 2);
    fire('pointermove', -1, 100 + x, 100 + y);
    const isReleaseLeft = fire('pointerup', button, 100 + x, 100 + y);
    fire('lostpointercapture', button, 100 + x, 100 + y);
    const isClickLeft = fire(button === 0 ? 'click' : 'auxclick', button, 100 + x, 100 + y);
    const { x: left, y: top } = camera.camera;
    const moved = { x: left - before.x, y: top - before.y };
    return { moved, isPressLeft, isMenuLeft, isReleaseLeft, isClickLeft };
  };
  return { drag, fire, actions, focus, camera, pilot, breakOff: heard.breakOff };
}

test('the sheet is dragged by the middle and by the right button, one right after the other', () => {
  const { drag, actions } = sheet();
  expect(drag(1, 50, -30).moved).toEqual({ x: 50, y: -30 });
  expect(drag(2, -50, 30).moved).toEqual({ x: -50, y: 30 });
  expect(drag(1, 50, -30).moved).toEqual({ x: 50, y: -30 });
  expect(actions.menu).not.toHaveBeenCalled();
});

test('the middle button does not paste what is marked elsewhere, in Chromium nor in Firefox', () => {
  expect(sheet().drag(1, 50, -30)).toMatchObject({ isReleaseLeft: false, isClickLeft: false });
  expect(sheet().drag(2, 50, -30)).toMatchObject({ isReleaseLeft: true, isClickLeft: true });
});

test('whichever button is pressed, the focus is on the sheet and stays there', () => {
  for (const button of [0, 1, 2]) {
    const { drag, focus } = sheet();
    expect(drag(button, 50, -30).isPressLeft).toBe(false);
    expect(focus).toHaveBeenCalledOnce();
  }
});

test('a menu asked for at the beginning of a drag does not open', () => {
  expect(sheet().drag(2, 50, -30).isMenuLeft).toBe(false);
});

test('a part is lifted by the left button, and dropped where that is released', () => {
  const { drag, actions } = sheet(true);
  drag(0, 50, -30);
  expect(actions.lift).toHaveBeenCalledOnce();
  expect(actions.drop).toHaveBeenCalledExactlyOnceWith(
    expect.objectContaining({ at: { x: 150, y: 70 } }),
  );
  expect(actions.putBack).not.toHaveBeenCalled();
});

test('a second button puts it back', () => {
  const { fire, actions } = sheet(true);
  fire('pointerdown', 0, 100, 100);
  fire('pointermove', -1, 160, 100);
  expect(actions.putBack).not.toHaveBeenCalled();
  fire('pointermove', 2, 160, 100);
  expect(actions.putBack).toHaveBeenCalledOnce();
  fire('pointerup', 0, 160, 100);
  expect(actions.drop).not.toHaveBeenCalled();
});

test('so does a capture that is lost', () => {
  const { fire, actions } = sheet(true);
  fire('pointerdown', 0, 100, 100);
  fire('pointermove', -1, 160, 100);
  fire('lostpointercapture', 0, 160, 100);
  expect(actions.putBack).toHaveBeenCalledOnce();
  fire('pointerup', 0, 160, 100);
  expect(actions.drop).not.toHaveBeenCalled();
});

test('a carried part that is put back leaves the sheet where the wheel has moved it', () => {
  for (const isTurned of [false, true]) {
    const { fire, camera, pilot } = sheet(true);
    const before = camera.camera;
    fire('pointerdown', 0, 100, 100);
    fire('pointermove', -1, 160, 100);
    pilot.pan({ x: -40, y: 0 }); // held at the edge
    if (isTurned) fire('wheel', 0, 0, 30);
    const turned = camera.camera;
    fire('lostpointercapture', 0, 160, 100);
    expect(camera.camera).toEqual(isTurned ? turned : before);
  }
});

test('what is broken off from elsewhere is over', () => {
  const { fire, actions, breakOff } = sheet(true);
  breakOff();
  fire('pointerdown', 0, 100, 100);
  fire('pointermove', -1, 160, 100);
  breakOff();
  fire('pointerup', 0, 160, 100);
  expect(actions.putBack).toHaveBeenCalledOnce();
  expect(actions.drop).not.toHaveBeenCalled();
});

test('a marquee keeps its corner on the paper when the wheel moves that', () => {
  const { fire, actions, pilot } = sheet();
  fire('pointerdown', 0, 100, 100);
  fire('pointermove', -1, 160, 150);
  pilot.pan({ x: -30, y: 10 });
  expect(actions.marquee).toHaveBeenLastCalledWith({ x: 70, y: 110, width: 90, height: 40 }, false);
  fire('lostpointercapture', 0, 160, 150);
});
