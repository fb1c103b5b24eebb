import type { CameraMove } from '../../store/state.ts';
import { type Command, hasSheet } from './command.ts';

function camera(move: CameraMove, title: string, keys: readonly string[], words = ''): Command {
  return {
    id: `drawing.${move}`,
    group: 'Drawing',
    title,
    keys,
    keywords: `camera view ${words}`,
    isFromLink: true,
    whileCarrying: true,
    when: (context) =>
      hasSheet(context) && (move !== 'fit-selection' || context.state.selection.size > 0),
    run: ({ state }) => state.actions.moveCamera(move),
  };
}

/** How the machine is drawn, and which part of the drawing is in sight. */
export const DRAWING_COMMANDS: readonly Command[] = [
  {
    id: 'drawing.switch',
    group: 'Drawing',
    title: ({ state }) =>
      state.view.drawing === 'blocks' ? 'Draw as functions' : 'Draw as blocks',
    keys: ['b'],
    keywords: 'switch drawing blocks functions tree lspci',
    when: hasSheet,
    run: ({ state }) =>
      state.actions.setView({
        drawing: state.view.drawing === 'blocks' ? 'functions' : 'blocks',
      }),
  },
  {
    id: 'drawing.direction',
    group: 'Drawing',
    title: ({ state }) =>
      state.view.direction === 'down' ? 'Draw from left to right' : 'Draw from top to bottom',
    keys: ['r'],
    keywords: 'direction rotate turn orientation layout',
    when: hasSheet,
    run: ({ state }) =>
      state.actions.setView({ direction: state.view.direction === 'down' ? 'right' : 'down' }),
  },
  {
    id: 'drawing.groups',
    group: 'Drawing',
    title: ({ state }) =>
      state.view.hasGroupHulls ? 'Hide the outlines of IOMMU groups' : 'Outline IOMMU groups',
    keys: ['g'],
    keywords: 'iommu group hull outline isolation vfio passthrough',
    when: hasSheet,
    isOn: ({ state }) => state.view.hasGroupHulls,
    run: ({ state }) => state.actions.setView({ hasGroupHulls: !state.view.hasGroupHulls }),
  },
  camera('fit', 'Fit the whole machine', ['Shift+Digit1'], 'zoom all content'),
  camera('fit-selection', 'Fit the selection', ['Shift+Digit2'], 'zoom'),
  camera('actual-size', 'Zoom to 100 %', ['Shift+Digit0'], 'actual size reset'),
  camera('in', 'Zoom in', ['+', 'Shift++', '='], 'larger'),
  camera('out', 'Zoom out', ['-'], 'smaller'),
];
