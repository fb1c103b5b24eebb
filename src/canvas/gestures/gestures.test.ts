import fc from 'fast-check';
import { describe, expect, test } from 'vitest';
import {
  AT_REST,
  type GestureEffect,
  type GestureInput,
  type GestureState,
  gestureStep,
} from './gestures.ts';

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
  keys,
});
const finger = (pointer: number, x: number, y = 0): GestureInput => ({
  kind: 'down',
  pointer,
  device: 'touch',
  button: 0,
  at: { x, y },
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

  test('toggles with Shift', () => {
    const { effects } = play(mouse(10, 0, 0, shift), up(10, 0, 1, shift));
    expect(effects[0]).toMatchObject({ kind: 'click', how: 'toggle' });
  });

  test('draws a marquee and takes what is in it', () => {
    const { effects, state } = play(mouse(10, 10), move(40, 50), move(60, 30), up(60, 30));
    expect(effects).toEqual([
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

  test('one that rests toggles, and does nothing more', () => {
    const { effects, state } = play(finger(1, 10), { kind: 'rested' }, move(90), up(90));
    expect(effects).toEqual([
      { kind: 'wait', on: true },
      { kind: 'click', at: { x: 10, y: 0 }, how: 'toggle', device: 'touch' },
    ]);
    expect(state).toEqual(AT_REST);
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
    expect(kinds(effects)).toEqual(['marquee', 'marquee']);
    expect(effects.at(-1)).toEqual({ kind: 'marquee', rect: null, whole: false });
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
      keys,
    }),
    fc.record({ kind: fc.constant('move' as const), pointer, at, keys }),
    fc.record({ kind: fc.constant('up' as const), pointer, at, keys }),
    fc.record({ kind: fc.constant('lost' as const), pointer }),
    fc.constantFrom<GestureInput>(
      { kind: 'rested' },
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
