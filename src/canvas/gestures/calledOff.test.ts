import { afterEach, describe, expect, test, vi } from 'vitest';
import { id } from '../../model/machine.testkit.ts';
import { openedPage } from '../../store/openedPage.testkit.ts';
import { CameraStore } from '../camera/CameraStore.ts';
import { Pilot } from '../camera/Pilot.ts';
import { EdgePanner } from './EdgePanner.ts';
import { GESTURE_STAGES, type GestureStage } from './gestureStages.testkit.ts';
import { AT_REST, gestureStep } from './gestures.ts';
import type { GestureEffect, GestureInput, GestureState } from './gestureTypes.ts';

/** What a page shows of a gesture under way. */
const NOTHING = {
  moved: 0,
  marquee: null,
  held: null,
  isCarried: false,
  waits: false,
};

function shownAfter(effects: readonly GestureEffect[]): Record<string, unknown> {
  const page: Record<string, unknown> = { ...NOTHING };
  for (const effect of effects) {
    if (effect.kind === 'grab') page.moved = 0;
    if (effect.kind === 'pan' || effect.kind === 'zoom') page.moved = Number(page.moved) + 1;
    if (effect.kind === 'let-go') page.moved = 0;
    if (effect.kind === 'marquee') page.marquee = effect.rect;
    if (effect.kind === 'hold') page.held = effect.at;
    // It has waited long enough.
    if (effect.kind === 'hold' && effect.at !== null) page.waits = false;
    if (effect.kind === 'wait') page.waits = effect.on;
    if (effect.kind === 'lift') page.isCarried = true;
    if (effect.kind === 'put-back' || effect.kind === 'drop') page.isCarried = false;
  }
  return page;
}

/** What changes something: the selection, the document, or what is open. */
const LASTING: readonly GestureEffect['kind'][] = ['click', 'take', 'drop', 'menu', 'escape'];

const WAYS: readonly (readonly [string, (stage: GestureStage) => readonly GestureInput[]])[] = [
  ['Escape', () => [{ kind: 'escape' }]],
  ['a second button or another window', () => [{ kind: 'broken-off' }]],
  ['the system', ({ pointers }) => pointers.map((pointer) => ({ kind: 'lost', pointer }))],
];

function play(inputs: readonly GestureInput[], from: GestureState = AT_REST) {
  const effects: GestureEffect[] = [];
  let state = from;
  for (const input of inputs) {
    const step = gestureStep(state, input);
    effects.push(...step.effects);
    state = step.state;
  }
  return { effects, state };
}

const underWay = GESTURE_STAGES.filter(({ pointers }) => pointers.length > 0);

describe.each(WAYS)('called off by %s', (_, calledOff) => {
  test.each(underWay.map((stage) => [stage.gesture, stage.stage, stage] as const))(
    '%s, %s: nothing has happened, and nothing does after it',
    (_gesture, _stage, stage) => {
      const begun = play(stage.inputs);
      const off = play(calledOff(stage), begun.state);
      expect(shownAfter([...begun.effects, ...off.effects])).toEqual(NOTHING);
      const at = { x: 400, y: 400 };
      const keys = { shift: false, alt: false };
      const later = play(
        [
          ...stage.pointers.map((pointer) => ({ kind: 'move', pointer, at, keys }) as const),
          ...stage.pointers.map((pointer) => ({ kind: 'up', pointer, at, keys }) as const),
          { kind: 'space-up' },
        ],
        off.state,
      );
      const all = [...begun.effects, ...off.effects, ...later.effects];
      expect(all.filter(({ kind }) => LASTING.includes(kind))).toEqual([]);
      expect(later.state).toEqual(AT_REST);
    },
  );
});

test('whatever is called off, the document stays the same object', async () => {
  const { store } = await openedPage();
  const device = store.getState().document?.machine.functions.at(-1)?.id ?? id('03:00.0');
  const { actions } = store.getState();
  const carryOut = (effect: GestureEffect) => {
    if (effect.kind === 'lift') {
      actions.carry({ kind: 'devices', devices: [device] }, 'pointer');
    } else if (effect.kind === 'put-back') actions.putBack();
    else if (effect.kind === 'drop') {
      actions.edit({ kind: 'nudge', parts: [device], dx: 8, dy: 8 });
    }
  };
  const before = store.getState();
  for (const stage of underWay) {
    for (const [, calledOff] of WAYS) {
      for (const effect of play([...stage.inputs, ...calledOff(stage)]).effects) carryOut(effect);
      const after = store.getState();
      expect(after.document, `${stage.gesture}, ${stage.stage}`).toBe(before.document);
      expect(after.undoable).toBe(before.undoable);
      expect(after.carry).toBeNull();
    }
  }
  const at = { x: 300, y: 300 };
  const dropped = GESTURE_STAGES.find(({ stage }) => stage === 'carried');
  const up = { kind: 'up', pointer: 1, at, keys: { shift: false, alt: false } } as const;
  for (const effect of play([...(dropped?.inputs ?? []), up]).effects) carryOut(effect);
  expect(store.getState().document).not.toBe(before.document);
});

/** A sheet that is held at its edge, with frames of 20 ms. */
function heldSheet() {
  let due: FrameRequestCallback | null = null;
  vi.stubGlobal('requestAnimationFrame', (step: FrameRequestCallback) => {
    due = step;
    return 1;
  });
  vi.stubGlobal('cancelAnimationFrame', () => {
    due = null;
  });
  const camera = new CameraStore();
  camera.resize({ width: 800, height: 600 });
  camera.setBounds({ x: -1000, y: -1000, width: 2000, height: 2000 });
  const pilot = new Pilot(camera);
  const edges = new EdgePanner(camera, pilot);
  const hold = () => {
    edges.moveTo({ x: 400, y: 300 });
    edges.moveTo({ x: 798, y: 300 });
    for (let frame = 1; frame <= 5; frame++) due?.(performance.now() + frame * 20);
  };
  return { camera, pilot, edges, hold };
}
type Held = ReturnType<typeof heldSheet>;

afterEach(() => void vi.unstubAllGlobals());

describe('what was moved at the edge under a carried part', () => {
  const wheel = ({ pilot }: Held) => pilot.pan({ x: 30, y: -20 });
  const leave = ({ edges }: Held) => edges.moveTo(null);

  test.each<readonly [string, boolean, readonly ((held: Held) => void)[]]>([
    ['nothing else', true, []],
    ['the hand leaving the sheet', true, [leave]],
    ['the edge of the sheet again', true, [leave, ({ hold }) => hold()]],
    ['a turn of the wheel', false, [wheel]],
    ['a turn of the wheel, and the edge again', false, [wheel, ({ hold }) => hold()]],
    ['a drop', false, [({ edges }) => edges.forget()]],
  ])('called off after %s, it goes back: %s', (_, goesBack, acts) => {
    const held = heldSheet();
    const { camera, pilot, edges, hold } = held;
    pilot.fit(camera.bounds, 'at-once', true);
    const before = camera.camera;
    hold();
    expect(camera.camera.x).toBeLessThan(before.x);
    for (const act of acts) act(held);
    const { camera: left } = camera;
    edges.giveBack();
    expect(camera.camera).toEqual(goesBack ? before : left);
    expect(pilot.isFitted).toBe(goesBack);
    // Once only.
    pilot.pan({ x: 5, y: 5 });
    const later = camera.camera;
    edges.giveBack();
    expect(camera.camera).toEqual(later);
  });

  test('where the wheel went first, it goes back to that', () => {
    const held = heldSheet();
    wheel(held);
    const { camera: before } = held.camera;
    held.hold();
    held.edges.giveBack();
    expect(held.camera.camera).toEqual(before);
  });
});

test.each([
  ['goes back', false],
  ['stays where the user has moved it meanwhile', true],
])('the sheet that a gesture grabbed %s', (_, isMoved) => {
  const { camera, pilot } = heldSheet();
  const before = camera.camera;
  pilot.grab();
  pilot.pan({ x: -40, y: 0 });
  if (isMoved) pilot.keep();
  const { camera: left } = camera;
  pilot.letGo();
  expect(camera.camera).toEqual(isMoved ? left : before);
});
