import { DOCK_TABS, LEFT_TABS, type PanelSizes, type View } from './state.ts';

const KEY = 'peerlane.view';

/** On a narrower window the drawing needs the room more; the outline is one key away. */
const OUTLINE_FROM = 1600;

/** The room as it is furnished on the first visit. */
export const FIRST_VIEW: View = {
  drawing: 'blocks',
  direction: 'down',
  dockTab: 'matrix',
  leftTab: 'outline',
  isDockOpen: true,
  isOutlineOpen: (globalThis.innerWidth ?? OUTLINE_FROM) >= OUTLINE_FROM,
  isInspectorOpen: true,
  hasKeyShortcuts: true,
  sizes: { outline: 236, text: 420, inspector: 292, dock: 272 },
  hasGroupHulls: false,
  hasFlowHeat: true,
  isStacked: false,
  isHintDismissed: false,
};

/** The view of the last visit; what is not there or makes no sense is as on the first. */
export function rememberedView(): View {
  try {
    const text = localStorage.getItem(KEY);
    return text === null ? FIRST_VIEW : checkView(JSON.parse(text));
  } catch {
    return FIRST_VIEW; // switched off, or no JSON
  }
}

/** Remembers the view for the next visit. */
export function rememberView(view: View): void {
  try {
    localStorage.setItem(KEY, JSON.stringify(view));
  } catch {
    // Not remembered then; it still holds until the page is left.
  }
}

/** A view out of something that was stored, perhaps by another Peerlane. */
export function checkView(value: unknown): View {
  const found: Fields = typeof value === 'object' && value !== null ? { ...value } : {};
  const flag = (name: keyof View & string, otherwise: boolean) => {
    const flagged = found[name];
    return typeof flagged === 'boolean' ? flagged : otherwise;
  };
  const first = FIRST_VIEW;
  return {
    drawing: oneOf(['blocks', 'functions'], found.drawing) ?? first.drawing,
    direction: oneOf(['down', 'right'], found.direction) ?? first.direction,
    dockTab: oneOf(DOCK_TABS, found.dockTab) ?? first.dockTab,
    leftTab: oneOf(LEFT_TABS, found.leftTab) ?? first.leftTab,
    isDockOpen: flag('isDockOpen', first.isDockOpen),
    isOutlineOpen: flag('isOutlineOpen', first.isOutlineOpen),
    isInspectorOpen: flag('isInspectorOpen', first.isInspectorOpen),
    hasKeyShortcuts: flag('hasKeyShortcuts', first.hasKeyShortcuts),
    sizes: checkSizes(found.sizes),
    hasGroupHulls: flag('hasGroupHulls', first.hasGroupHulls),
    hasFlowHeat: flag('hasFlowHeat', first.hasFlowHeat),
    isStacked: flag('isStacked', first.isStacked),
    isHintDismissed: flag('isHintDismissed', first.isHintDismissed),
  };
}

type Fields = Readonly<Record<string, unknown>>;

function checkSizes(value: unknown): PanelSizes {
  const found: Fields = typeof value === 'object' && value !== null ? { ...value } : {};
  const size = (name: keyof PanelSizes) => {
    const pixels = found[name];
    const isSize = typeof pixels === 'number' && pixels > 0 && pixels < 10_000;
    return isSize ? pixels : FIRST_VIEW.sizes[name];
  };
  return {
    outline: size('outline'),
    text: size('text'),
    inspector: size('inspector'),
    dock: size('dock'),
  };
}

function oneOf<T extends string>(choices: readonly T[], value: unknown): T | undefined {
  return choices.find((choice) => choice === value);
}
