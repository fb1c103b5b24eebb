import type { Device, GestureInput, PressedOn } from './gestureTypes.ts';

/** How far a gesture has come. */
export interface GestureStage {
  readonly gesture: string;
  readonly stage: string;
  /** What hands and the page have done by then. */
  readonly inputs: readonly GestureInput[];
  /** What is still down. */
  readonly pointers: readonly number[];
}

const keys = { shift: false, alt: false };

const down = (
  on: PressedOn,
  device: Device = 'mouse',
  button = 0,
  pointer = 1,
  x = 100,
): GestureInput => ({ kind: 'down', pointer, device, button, at: { x, y: 100 }, on, keys });
const move = (x: number, y = 100, pointer = 1): GestureInput => ({
  kind: 'move',
  pointer,
  at: { x, y },
  keys,
});
const space: GestureInput = { kind: 'space-down' };
const rested: GestureInput = { kind: 'rested' };
/** The sheet has moved by itself below a hand at its edge. */
const slid: GestureInput = { kind: 'slid', from: { x: 40, y: 100 } };

function gesture(
  name: string,
  stages: readonly (readonly [stage: string, ...inputs: GestureInput[]])[],
): readonly GestureStage[] {
  const inputs: GestureInput[] = [];
  return stages.map(([stage, ...more]) => {
    inputs.push(...more);
    const pointers = new Set(
      inputs.flatMap((each) => (each.kind === 'down' ? [each.pointer] : [])),
    );
    return { gesture: name, stage, inputs: [...inputs], pointers: [...pointers] };
  });
}

/** Every gesture on the sheet, at every stage: each can be called off there. */
export const GESTURE_STAGES: readonly GestureStage[] = [
  ...gesture('press on a part', [
    ['pressed', down('part')],
    ['trembling', move(102)],
  ]),
  ...gesture('drag a part', [
    ['pressed', down('part')],
    ['lifted', move(130)],
    ['carried', move(300, 300)],
    ['at the edge', move(2, 300), slid],
  ]),
  ...gesture('drag a handle by finger', [
    ['pressed', down('handle', 'touch')],
    ['lifted', move(130)],
    ['carried', move(300, 300)],
  ]),
  ...gesture('drag a part by pen', [
    ['pressed', down('part', 'pen')],
    ['lifted', move(130)],
    ['carried', move(300, 300)],
  ]),
  ...gesture('drag a part while the space bar pans', [
    ['lifted', down('part'), move(130)],
    ['panned', space, move(200)],
  ]),
  ...gesture('marquee', [
    ['pressed', down('paper')],
    ['drawn', move(300, 300)],
    ['at the edge', move(2, 300), slid],
  ]),
  ...gesture('pan by the middle button', [
    ['pressed', down('part', 'mouse', 1)],
    ['panned', move(200)],
  ]),
  ...gesture('pan by the right button', [
    ['pressed', down('paper', 'mouse', 2), { kind: 'menu' }],
    ['panned', move(200)],
  ]),
  ...gesture('pan by the space bar', [
    ['ready', space],
    ['pressed', down('part')],
    ['panned', move(200)],
  ]),
  ...gesture('pan by a finger', [
    ['pressed', down('part', 'touch')],
    ['panned', move(200)],
  ]),
  ...gesture('pinch', [
    ['first finger', down('part', 'touch')],
    ['second finger', down('paper', 'touch', 0, 2, 200)],
    ['pinched', move(300, 100, 2)],
  ]),
  ...gesture('drag a part by a finger', [
    ['waiting', down('part', 'touch')],
    ['rested', rested],
    ['lifted', move(130)],
    ['carried', move(300, 300)],
    ['second finger', down('paper', 'touch', 0, 2, 200)],
    ['pinched', move(300, 100, 2)],
  ]),
  ...gesture('marquee by a finger', [
    ['waiting', down('paper', 'touch')],
    ['rested', rested],
    ['drawn', move(300, 300)],
  ]),
];
