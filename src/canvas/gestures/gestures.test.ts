import fc from 'fast-check';
import { describe, expect, test } from 'vitest';
import { AT_REST, gestureStep } from './gestures.ts';
import type { GestureEffect, GestureInput, GestureState, PressedOn } from './gestureTypes.ts';

const none = { shift: false, alt: false };
const shift = { shift: true, alt: false };
const alt = { shift: false, alt: true };

type Keys = typeof none;
const mouse = (x: number, y = 0, button = 0, keys: Keys = none): GestureInput => ({
  kind: 'down',
  pointer: 1,
  device: 'mouse',
  button,
  at: { x, y },
  on: 'paper',
  keys,
});
/** Pressed on something that can be lifted. */
const grip = (x: number, y = 0): GestureInput => ({ ...mouse(x, y), on: 'part' }) as GestureInput;
const finger = (pointer: number, x: number, y = 0, on: PressedOn = 'paper'): GestureInput => ({
  kind: 'down',
  pointer,
  device: 'touch',
  button: 0,
  at: { x, y },
  on,
  keys: none,
});
const move = (x: number, y = 0, pointer = 1, keys: Keys = none): GestureInput => ({
  kind: 'move',
  pointer,
  at: { x, y },
  keys,
});
const up = (x: number, y = 0, pointer = 1, keys: Keys = none): GestureInput => ({
  kind: 'up',
  pointer,
  at: { x, y },
  keys,
});

function play(...inputs: readonly GestureInput[]): {
  readonly effects: readonly GestureEffect[];
  readonly state: GestureState;
} {
  const effects: GestureEffect[] = [];
  let state = AT_REST;
  for (const input of inputs) {
    const step = gestureStep(state, input);
    effects.push(...step.effects);
    state = step.state;
  }
  return { effects, state };
}
const kinds = (effects: readonly GestureEffect[]) => effects.map(({ kind }) => kind);

describe('the mouse', () => {
  test('clicks, however the hand trembles', () => {
    const { effects } = play(mouse(10), move(12), up(12));
    expect(effects).toEqual([
      { kind: 'click', at: { x: 12, y: 0 }, how: 'replace', device: 'mouse' },
    ]);
  });

  test('and a finger drag a handle at once', () => {
    const { effects } = play(finger(1, 10, 0, 'handle'), move(60), up(60));
    expect(effects.map(({ kind }) => kind)).toEqual(['wait', 'wait', 'grab', 'lift', 'drop']);
  });

  test('toggles with Shift', () => {
    const { effects } = play(mouse(10, 0, 0, shift), up(10, 0, 1, shift));
    expect(effects[0]).toMatchObject({ kind: 'click', how: 'toggle' });
  });

  test('draws a marquee and takes what is in it', () => {
    const { effects, state } = play(mouse(10, 10), move(40, 50), move(60, 30), up(60, 30));
    expect(effects).toEqual([
      { kind: 'grab' },
      { kind: 'marquee', rect: { x: 10, y: 10, width: 30, height: 40 }, whole: false },
      { kind: 'marquee', rect: { x: 10, y: 10, width: 50, height: 20 }, whole: false },
      { kind: 'marquee', rect: null, whole: false },
      {
        kind: 'take',
        rect: { x: 10, y: 10, width: 50, height: 20 },
        whole: false,
        how: 'replace',
      },
    ]);
    expect(state).toEqual(AT_REST);
  });

  test('with Alt takes what is wholly in it, with Shift adds', () => {
    const contained = play(mouse(0), move(50, 50), up(50, 50, 1, alt)).effects.at(-1);
    expect(contained).toMatchObject({ kind: 'take', whole: true, how: 'replace' });
    const added = play(mouse(0), move(50, 50), up(50, 50, 1, shift)).effects.at(-1);
    expect(added).toMatchObject({ kind: 'take', whole: false, how: 'add' });
  });

  test.each([1, 2])('pans with button %d', (button) => {
    const { effects } = play(mouse(0, 0, button), move(30), move(35, 7), up(35, 7));
    expect(effects.filter(({ kind }) => kind !== 'wait')).toEqual([
      { kind: 'grab' },
      { kind: 'pan', by: { x: 30, y: 0 } },
      { kind: 'pan', by: { x: 5, y: 7 } },
    ]);
  });

  test('right without moving leaves the menu alone, or asks for it again when it came early', () => {
    expect(play(mouse(5, 5, 2), up(5, 5)).effects).toEqual([]);
    expect(play(mouse(5, 5, 2), { kind: 'menu' }, up(5, 5)).effects).toEqual([
      { kind: 'menu', at: { x: 5, y: 5 } },
    ]);
    expect(kinds(play(mouse(5, 5, 2), { kind: 'menu' }, move(90), up(90)).effects)).not.toContain(
      'menu',
    );
  });
});

describe('something that can be lifted', () => {
  test('is clicked on like anything', () => {
    expect(kinds(play(grip(10), move(12), up(12)).effects)).toEqual(['click']);
  });

  test('is lifted, carried and dropped', () => {
    const { effects, state } = play(grip(10), move(20), move(60, 5), up(61, 5, 1, shift));
    expect(effects).toEqual([
      { kind: 'grab' },
      {
        kind: 'lift',
        from: { x: 10, y: 0 },
        at: { x: 20, y: 0 },
        device: 'mouse',
        keys: none,
      },
      { kind: 'carry', at: { x: 60, y: 5 }, keys: none },
      { kind: 'drop', at: { x: 61, y: 5 }, keys: shift },
    ]);
    expect(state).toEqual(AT_REST);
  });

  test('goes with the paper while the space bar is held', () => {
    const { effects, state } = play(grip(10), move(20), { kind: 'space-down' }, move(50));
    expect(effects.slice(2)).toEqual([
      { kind: 'pan', by: { x: 30, y: 0 } },
      { kind: 'carry', at: { x: 50, y: 0 }, keys: none },
    ]);
    expect(kinds(gestureStep(state, { kind: 'space-up' }).effects)).toEqual([]);
  });

  test.each([1, 2])('is not lifted by button %d', (button) => {
    const press = { ...mouse(10, 0, button), on: 'part' } as GestureInput;
    expect(kinds(play(press, move(60)).effects)).toContain('pan');
  });
});

test('a marquee keeps its corner on the paper when that moves', () => {
  const slid = { kind: 'slid', from: { x: -40, y: 10 } } as const;
  const { effects } = play(mouse(10, 10), move(60, 40), slid, up(60, 40));
  expect(effects.at(-1)).toMatchObject({ rect: { x: -40, y: 10, width: 100, height: 30 } });
});

test('a press whose release was never heard is over with the next one', () => {
  const { effects, state } = play(grip(10), move(60), mouse(200), up(200));
  expect(kinds(effects)).toEqual(['grab', 'lift', 'put-back', 'let-go', 'click']);
  expect(state).toEqual(AT_REST);
});

describe('the space bar', () => {
  test('alone is a press', () => {
    expect(kinds(play({ kind: 'space-down' }, { kind: 'space-up' }).effects)).toEqual(['space']);
  });

  test('held while dragging pans, and is no press', () => {
    const { effects } = play({ kind: 'space-down' }, mouse(0), move(20), up(20), {
      kind: 'space-up',
    });
    expect(kinds(effects)).toEqual(['wait', 'grab', 'pan']);
  });
});

describe('fingers', () => {
  test('one taps', () => {
    const { effects } = play(finger(1, 10), move(14), up(14));
    expect(effects.at(-1)).toMatchObject({ kind: 'click', how: 'replace', device: 'touch' });
  });

  test('one pans', () => {
    expect(kinds(play(finger(1, 10), move(40), move(50), up(50)).effects)).toEqual([
      'wait',
      'wait',
      'grab',
      'pan',
      'pan',
    ]);
  });

  test('one that rests and goes asks for the menu', () => {
    const { effects, state } = play(finger(1, 10), { kind: 'rested' }, move(12), up(12));
    expect(effects).toEqual([
      { kind: 'wait', on: true },
      { kind: 'hold', at: { x: 10, y: 0 } },
      { kind: 'hold', at: null },
      { kind: 'menu', at: { x: 12, y: 0 } },
    ]);
    expect(state).toEqual(AT_REST);
  });

  test('one that rests on a part and moves lifts it; a second one moves the paper below', () => {
    const begun = [finger(1, 100, 0, 'part'), { kind: 'rested' }, move(120)] as const;
    expect(kinds(play(...begun).effects).slice(1)).toEqual(['hold', 'hold', 'grab', 'lift']);
    const { effects, state } = play(
      ...begun,
      finger(2, 220),
      move(320, 0, 2),
      up(320, 0, 2),
      up(120),
    );
    expect(effects.slice(5)).toEqual([
      { kind: 'pan', by: { x: 50, y: 0 } },
      { kind: 'zoom', at: { x: 220, y: 0 }, factor: 2 },
      { kind: 'carry', at: { x: 120, y: 0 }, keys: none },
      { kind: 'drop', at: { x: 120, y: 0 }, keys: none },
    ]);
    expect(state).toEqual(AT_REST);
  });

  test('one that rests on the paper and moves draws a marquee', () => {
    const { effects } = play(finger(1, 10), { kind: 'rested' }, move(90, 40), up(90, 40));
    expect(effects.at(-1)).toMatchObject({ kind: 'take', how: 'replace' });
  });

  test('two zoom about their middle and pan with it; the one that stays pans on', () => {
    const { effects, state } = play(
      finger(1, 100),
      finger(2, 200),
      move(300, 0, 2),
      up(300, 0, 2),
      move(110, 0, 1),
    );
    expect(effects.slice(2)).toEqual([
      { kind: 'grab' },
      { kind: 'pan', by: { x: 50, y: 0 } },
      { kind: 'zoom', at: { x: 200, y: 0 }, factor: 2 },
      { kind: 'pan', by: { x: 10, y: 0 } },
    ]);
    expect(state.doing.kind).toBe('pan');
  });

  test('a third has no say', () => {
    const { state } = play(finger(1, 100), finger(2, 200), finger(3, 300), up(300, 0, 3));
    expect(state.doing.kind).toBe('pinch');
  });
});

describe('Escape', () => {
  test('clears when nothing is under way', () => {
    expect(kinds(play({ kind: 'escape' }).effects)).toEqual(['escape']);
  });

  test('takes a marquee away; its release then means nothing', () => {
    const { effects, state } = play(mouse(0), move(50), { kind: 'escape' }, move(70), up(70));
    expect(kinds(effects)).toEqual(['grab', 'marquee', 'marquee', 'let-go']);
    expect(effects.at(-2)).toEqual({ kind: 'marquee', rect: null, whole: false });
    expect(state).toEqual(AT_REST);
  });

  test('puts the camera back', () => {
    const { effects } = play(mouse(0, 0, 1), move(50), { kind: 'escape' }, up(50));
    expect(kinds(effects)).toEqual(['wait', 'grab', 'pan', 'let-go']);
  });
});

describe('whatever comes', () => {
  const pointer = fc.integer({ min: 1, max: 3 });
  const at = fc.record({ x: fc.integer({ max: 800 }), y: fc.integer({ max: 600 }) });
  const keys = fc.record({ shift: fc.boolean(), alt: fc.boolean() });
  const input: fc.Arbitrary<GestureInput> = fc.oneof(
    fc.record({
      kind: fc.constant('down' as const),
      pointer,
      device: fc.constantFrom('mouse' as const, 'touch' as const, 'pen' as const),
      button: fc.integer({ min: 0, max: 2 }),
      at,
      on: fc.constantFrom('part' as const, 'paper' as const),
      keys,
    }),
    fc.record({ kind: fc.constant('move' as const), pointer, at, keys }),
    fc.record({ kind: fc.constant('up' as const), pointer, at, keys }),
    fc.record({ kind: fc.constant('lost' as const), pointer }),
    fc.record({ kind: fc.constant('slid' as const), from: at }),
    fc.constantFrom<GestureInput>(
      { kind: 'rested' },
      { kind: 'broken-off' },
      { kind: 'escape' },
      { kind: 'menu' },
      { kind: 'space-down' },
      { kind: 'space-up' },
    ),
  );

  test('once all pointers are gone and Space is up, it is at rest', () => {
    fc.assert(
      fc.property(fc.array(input, { maxLength: 40 }), (inputs) => {
        const gone: readonly GestureInput[] = [1, 2, 3].map((each) => ({
          kind: 'lost',
          pointer: each,
        }));
        const { state } = play(...inputs, ...gone, { kind: 'space-up' });
        expect(state).toEqual(AT_REST);
      }),
    );
  });

  test('what is lifted is dropped or put back', () => {
    fc.assert(
      fc.property(fc.array(input, { maxLength: 40 }), (inputs) => {
        const { effects, state } = play(...inputs);
        const count = (...wanted: readonly GestureEffect['kind'][]) =>
          effects.filter(({ kind }) => wanted.includes(kind)).length;
        const inHand = state.doing.kind === 'carry' ? 1 : 0;
        expect(count('lift')).toBe(count('drop', 'put-back') + inHand);
      }),
    );
  });

  test('a marquee that is shown is taken away again', () => {
    fc.assert(
      fc.property(fc.array(input, { maxLength: 40 }), (inputs) => {
        const { effects, state } = play(...inputs);
        const last = effects.findLast(({ kind }) => kind === 'marquee');
        const isShown = last?.kind === 'marquee' && last.rect !== null;
        expect(isShown).toBe(state.doing.kind === 'marquee');
      }),
    );
  });
});
