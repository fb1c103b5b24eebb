import { expect, test } from 'vitest';
import { checkView, FIRST_VIEW, rememberedView, rememberView } from './persistView.ts';

test('a view comes back as it was', () => {
  const view = {
    ...FIRST_VIEW,
    drawing: 'functions',
    direction: 'right',
    dockTab: 'why',
    leftTab: 'parts',
    isDockOpen: false,
    hasKeyShortcuts: false,
    sizes: { outline: 1, text: 4, inspector: 2, dock: 3 },
    isHintDismissed: true,
  } as const;
  expect(checkView(JSON.parse(JSON.stringify(view)))).toEqual(view);
});

test.each([null, 7, 'blocks', [], { drawing: 'cubes', isDockOpen: 'yes', sizes: null }])(
  '%j is as on the first visit',
  (value) => {
    expect(checkView(value)).toEqual(FIRST_VIEW);
  },
);

test('what makes no sense is replaced, the rest stays', () => {
  const view = { drawing: 'functions', sizes: { outline: -1, inspector: 1e9, dock: 200 }, more: 1 };
  expect(checkView(view)).toEqual({
    ...FIRST_VIEW,
    drawing: 'functions',
    sizes: { ...FIRST_VIEW.sizes, dock: 200 },
  });
});

test('a browser that remembers nothing is no reason to fail', () => {
  expect(rememberedView()).toEqual(FIRST_VIEW); // Node has no storage
  expect(() => rememberView(FIRST_VIEW)).not.toThrow();
});
