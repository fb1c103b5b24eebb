import type { MapStep } from '../../engine/dma/mapStep.ts';
import { isEndpointLike } from '../../model/classCode.ts';
import type { FunctionId } from '../../model/ids.ts';
import { newList } from '../../panels/mapping/editor/newList.ts';
import { stepKept, stepShown } from '../../panels/mapping/picture/stepMoves.ts';
import type { MappingSide } from '../../store/mappingView.ts';
import { partNamed } from '../../store/partNamed.ts';
import { outputWalk } from '../../store/playing.ts';
import { focusSoon } from '../room/focusSoon.ts';
import { showPanel } from '../room/panels.ts';
import { type Command, type CommandContext, hasSheet } from './command.ts';

function showMapping({ state, room }: CommandContext, side: MappingSide): void {
  state.actions.setView({ dockTab: 'mapping' });
  state.actions.lookAtMapping({ side });
  showPanel('dock', true, room, state);
}

/** The device in focus, where it can have DMA of its own. */
function deviceIn({ state }: CommandContext): FunctionId | null {
  const fn = state.document?.byId.get(state.focus as FunctionId);
  return fn && isEndpointLike(fn) ? fn.id : null;
}

const hasList = ({ state }: CommandContext) =>
  (state.document?.machine.workload.scatterlists.length ?? 0) > 0;

const stepsOf = ({ state }: CommandContext): readonly MapStep[] => state.mapped?.report.steps ?? [];

/** Where the steps stand, and where so many further lead. */
function stepAfter(context: CommandContext, by: 1 | -1): { at: number; to: number } | null {
  const steps = stepsOf(context);
  const { mapping, view } = context.state;
  if (steps.length === 0 || view.dockTab !== 'mapping' || !hasList(context)) return null;
  const at = stepShown(steps, mapping.step);
  return { at, to: Math.min(Math.max(at + by, 0), steps.length - 1) };
}

function step(id: 'next' | 'previous', keys: readonly string[]): Command {
  const by = id === 'next' ? 1 : -1;
  return {
    id: `mapping.step-${id}`,
    group: 'Mapping',
    title: id === 'next' ? 'Next step of the mapping' : 'Previous step of the mapping',
    keys,
    keywords: 'algorithm step dma_map_sg forward back',
    when: (context) => {
      const move = hasSheet(context) ? stepAfter(context, by) : null;
      return move !== null && move.at !== move.to;
    },
    run: (context) => {
      const move = stepAfter(context, by);
      if (!move) return;
      const { lookAtMapping, announce } = context.state.actions;
      const steps = stepsOf(context);
      lookAtMapping({ step: stepKept(steps, move.to), side: 'steps' });
      announce(`Step ${move.to + 1} of ${steps.length}. ${steps[move.to]?.text ?? ''}`);
    },
  };
}

/** Scatterlists and what becomes of them. */
export const MAPPING_COMMANDS: readonly Command[] = [
  {
    id: 'mapping.list-for',
    group: 'Mapping',
    title: (context) => {
      const { document } = context.state;
      const device = deviceIn(context);
      const name = document && device ? partNamed(document.machine, device) : 'the device';
      return `Map a scatterlist for ${name}`;
    },
    keys: ['Shift+d'],
    keywords: 'new list sgl dma memory pages buffer',
    when: (context) => hasSheet(context) && deviceIn(context) !== null,
    run: (context) => {
      const { document, actions } = context.state;
      const client = deviceIn(context);
      if (!document || client === null) return;
      const lists = document.machine.workload.scatterlists;
      const list = newList(document.machine, client, null, []);
      actions.edit({ kind: 'list-add', list, at: lists.length });
      showMapping(context, 'picture');
      focusSoon('mapping-add-ready');
    },
  },
  step('next', ['j']),
  step('previous', ['h']),
  {
    id: 'mapping.play',
    group: 'Mapping',
    title: ({ state }) => `Play output ${(state.mapping.output ?? 0) + 1} of the list`,
    keys: [],
    keywords: 'simulate animate request wire iova bus address',
    when: (context) =>
      hasSheet(context) && outputWalk(context.state, context.state.mapping.output ?? 0) !== null,
    run: ({ state }) => state.actions.playOutput(state.mapping.output ?? 0),
  },
  {
    id: 'mapping.compare',
    group: 'Mapping',
    title: 'Compare the mapping with another kernel or IOMMU mode',
    keys: [],
    keywords: 'era version passthrough strict lazy off difference beside',
    when: (context) => hasSheet(context) && hasList(context),
    run: (context) => {
      showMapping(context, 'compare');
      focusSoon('mapping-tab-compare');
    },
  },
];
