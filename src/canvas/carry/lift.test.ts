import { describe, expect, test } from 'vitest';
import { id, MachineBuilder } from '../../model/machine.testkit.ts';
import type { PartId } from '../../store/state.ts';
import type { Pick } from '../hit/pick.ts';
import { pick } from '../hit/pick.ts';
import { middleOf } from '../rects.ts';
import { byIdOf, drawnOf, twoHosts } from '../twoHosts.testkit.ts';
import { liftOf } from './lift.ts';

const machine = twoHosts();
const byId = byIdOf(machine);

function lifted(drawing: 'blocks' | 'functions', part: string, ...selected: readonly string[]) {
  const drawn = drawnOf(machine, drawing);
  const rect = drawn.tree.parts.get(part as PartId)?.rect;
  if (!rect) throw new Error(`${part} is not drawn`);
  const at = middleOf(rect);
  const found = pick(drawn.index, at, { slop: 1, ports: true });
  return found && liftOf(drawn, byId, new Set(selected.map((each) => each as PartId)), found, at);
}

describe('what a hand takes up', () => {
  test('is a card, or a switch by its body and by any of its ports', () => {
    expect(lifted('blocks', id('03:00.0'))).toEqual({
      part: id('03:00.0'),
      devices: [id('03:00.0')],
      parts: [id('03:00.0')],
    });
    expect(lifted('blocks', id('02:00.0'))?.devices).toEqual([id('01:00.0')]);
    expect(lifted('functions', id('02:00.0'))?.devices).toEqual([id('01:00.0')]);
    expect(lifted('functions', id('01:00.0'))?.devices).toEqual([id('01:00.0')]);
  });

  test('is no root port, and of a frame only its caption', () => {
    expect(lifted('blocks', id('00:01.0'))).toBeNull();
    expect(lifted('functions', id('00:01.0'))).toBeNull();
    const drawn = drawnOf(machine);
    const [frame] = drawn.scene.frames;
    if (!frame) throw new Error('no frame');
    const found: Pick = { kind: 'frame', frame };
    const from = (y: number) =>
      liftOf(drawn, byId, new Set(), found, { x: frame.rect.x + 20, y: frame.rect.y + y });
    expect(from(6)).toEqual({ part: frame.id, devices: [], parts: [frame.id] });
    expect(from(frame.rect.height - 4)).toBeNull();
  });

  test('is all of the selection, if it is in that', () => {
    const [a, b] = [id('03:00.0'), id('81:00.0')];
    expect(lifted('blocks', a, a, b)?.devices).toEqual([a, b]);
    expect(lifted('blocks', a, b)?.devices).toEqual([a]);
    // A further function of a card is the card; ports and frames do not come along.
    const some = [a, id('04:00.1'), id('00:01.0'), 'host:0:0'];
    expect(lifted('blocks', a, ...some)?.devices).toEqual([a, id('04:00.0')]);
  });

  test('counts once what lies below another part of it', () => {
    const [gpu, bridge] = [id('03:00.0'), id('01:00.0')];
    expect(lifted('blocks', gpu, gpu, bridge)?.devices).toEqual([bridge]);
  });

  test('is one of several integrated functions, not their box', () => {
    const integrated = new MachineBuilder()
      .host('00:00.0', '8086:09a2')
      .rciep('00:14.0', { change: { classCode: 0x0c0330 } })
      .rciep('00:1f.0', { change: { classCode: 0x060100 } })
      .build();
    const drawn = drawnOf(integrated);
    const box = drawn.scene.boxes.find(({ kind }) => kind === 'integrated');
    const mark = box?.marks[1];
    if (!box || !mark) throw new Error('no marks');
    const at = middleOf(mark.rect);
    const by = byIdOf(integrated);
    expect(liftOf(drawn, by, new Set(), { kind: 'mark', mark, box }, at)?.part).toBe(mark.function);
    expect(liftOf(drawn, by, new Set(), { kind: 'box', box }, at)).toBeNull();
  });
});
