import type { Extension } from '@codemirror/state';
import { EditorView } from '@codemirror/view';

const box = {
  border: '1px solid var(--outline)',
  borderRadius: '3px',
  backgroundColor: 'var(--field)',
  color: 'var(--ink)',
};

/**
 * The page's paper and ink: custom properties reach into the shadow root, the page's rules do not.
 * Words are told apart by weight, not by hue; colour stays for what is wrong.
 */
export const theme: Extension = EditorView.theme({
  '&': {
    height: '100%',
    backgroundColor: 'var(--field)',
    color: 'var(--ink)',
    fontSize: '13px',
  },
  '&.cm-focused': { outline: 'none' },
  '.cm-scroller': {
    fontFamily: 'var(--font-figures)',
    lineHeight: '20px',
    fontVariantLigatures: 'none',
    overflow: 'auto',
    scrollbarWidth: 'thin',
  },
  '.cm-content': { padding: '4px 0', caretColor: 'var(--ink)' },
  '.cm-line': { padding: '0 12px 0 4px' },
  '.cm-cursor, .cm-dropCursor': { borderLeftColor: 'var(--ink)', borderLeftWidth: '2px' },
  '.cm-placeholder': { color: 'var(--ink-quiet)' },
  '&.cm-focused > .cm-scroller > .cm-selectionLayer .cm-selectionBackground, .cm-selectionBackground':
    { background: 'color-mix(in srgb, var(--accent) 24%, transparent)' },
  '.cm-activeLine': { backgroundColor: 'transparent' },
  '&.cm-focused .cm-activeLine': {
    backgroundColor: 'color-mix(in srgb, var(--ink) 5%, transparent)',
  },
  '.marked-line, &.cm-focused .marked-line.cm-activeLine': {
    backgroundColor: 'color-mix(in srgb, var(--accent) 14%, transparent)',
  },

  // Beside the lines.
  '.cm-gutters': {
    border: '0',
    backgroundColor: 'var(--field)',
    color: 'var(--ink-quiet)',
  },
  '.cm-activeLineGutter': { backgroundColor: 'transparent' },
  '&.cm-focused .cm-activeLineGutter': { color: 'var(--ink)' },
  '.cm-gutterElement.marked-gutter': {
    backgroundColor: 'color-mix(in srgb, var(--accent) 14%, transparent)',
  },
  '.cm-problem-gutter .cm-gutterElement.marked-gutter': {
    boxShadow: 'inset 3px 0 0 var(--accent)',
  },
  '.cm-lineNumbers .cm-gutterElement': { minWidth: '24px', padding: '0 2px 0 4px' },
  '.cm-foldGutter .cm-gutterElement': { padding: '0 2px', cursor: 'pointer' },
  '.cm-problem-gutter': { width: '16px' },
  '.cm-problem-gutter .cm-gutterElement': {
    display: 'grid',
    placeItems: 'center',
    fontSize: '11px',
    fontWeight: '700',
  },
  '.marker-error': { color: 'var(--never-ink)' },
  '.marker-warning': { color: 'var(--thru-ink)' },
  '.cm-foldPlaceholder': {
    margin: '0 4px',
    padding: '0 4px',
    border: '1px solid var(--hairline)',
    backgroundColor: 'var(--panel)',
    color: 'var(--ink-quiet)',
  },

  // Words.
  '.word-comment': { color: 'var(--ink-quiet)', fontStyle: 'italic' },
  '.word-keyword, .word-name': { fontWeight: '600' },
  '.word-attribute, .word-operator': { color: 'var(--ink-quiet)' },
  '.problem-error, .word-mistake': {
    textDecoration: 'underline wavy var(--never)',
    textDecorationSkipInk: 'none',
    textUnderlineOffset: '3px',
  },
  '.problem-warning': {
    textDecoration: 'underline dotted 2px var(--thru)',
    textUnderlineOffset: '3px',
  },
  '.cm-searchMatch': {
    backgroundColor: 'var(--accent-wash)',
    outline: '1px solid var(--outline)',
  },
  '.cm-searchMatch-selected': { outline: '2px solid var(--accent)' },

  // What opens over the text.
  '.cm-tooltip': { ...box, zIndex: '3', fontFamily: 'var(--font-words)' },
  '.problem-box': { maxWidth: 'min(400px, 90vw)', padding: '4px 8px', lineHeight: '18px' },
  '.problem-box p': { margin: '0' },
  '.problem-box p + p': { marginTop: '4px', color: 'var(--ink-quiet)' },
  '.problem-box code, .problem-box kbd': {
    fontFamily: 'var(--font-figures)',
    fontSize: '12px',
    color: 'var(--ink)',
  },
  '.cm-tooltip.cm-tooltip-autocomplete > ul': {
    maxHeight: 'none',
    overflow: 'hidden',
    minWidth: '200px',
    maxWidth: 'min(560px, 92vw)',
    fontFamily: 'var(--font-figures)',
    fontSize: '13px',
    scrollbarWidth: 'thin',
  },
  '.cm-tooltip.cm-tooltip-autocomplete > ul > li': {
    display: 'flex',
    gap: '12px',
    padding: '2px 8px',
    lineHeight: '20px',
  },
  '.cm-tooltip-autocomplete ul li[aria-selected], .cm-tooltip-autocomplete-disabled ul li[aria-selected]':
    {
      background: 'var(--accent-wash)',
      color: 'var(--ink)',
      outline: '1px solid var(--accent)',
      outlineOffset: '-1px',
    },
  '.cm-completionMatchedText': { textDecoration: 'none', fontWeight: '700' },
  '.cm-completionLabel': { flex: 'none' },
  '.cm-completionDetail': {
    flex: '1',
    marginLeft: '0',
    overflow: 'hidden',
    color: 'var(--ink-quiet)',
    fontFamily: 'var(--font-words)',
    fontStyle: 'normal',
    textAlign: 'right',
    textOverflow: 'ellipsis',
  },
  '.cm-tooltip.cm-completionInfo': {
    width: '280px',
    padding: '6px 8px',
    fontSize: '12px',
    lineHeight: '17px',
    whiteSpace: 'normal',
  },
  '.cm-completionInfo p': { margin: '0' },
  '.cm-completionInfo p + p': { marginTop: '4px', color: 'var(--ink-quiet)' },

  // Search.
  '.cm-panels': { backgroundColor: 'var(--panel)', color: 'var(--ink)' },
  '.cm-panels.cm-panels-top': { borderBottom: '1px solid var(--hairline)' },
  '.cm-panel.cm-search': { padding: '4px 28px 4px 8px', fontFamily: 'var(--font-words)' },
  '.cm-panel.cm-search label': { fontSize: '12px' },
  '.cm-panel.cm-search .cm-textfield, .cm-panel.cm-search .cm-button': {
    ...box,
    minHeight: '24px',
    margin: '2px 4px 2px 0',
    padding: '0 8px',
    backgroundImage: 'none',
    fontSize: '12px',
    verticalAlign: 'middle',
  },
  '.cm-panel.cm-search .cm-button': { cursor: 'pointer' },
  '.cm-panel.cm-search [name=close]': {
    width: '24px',
    height: '24px',
    color: 'inherit',
    fontSize: '16px',
    cursor: 'pointer',
  },
  '.cm-panel.cm-search :focus-visible': {
    outline: '2px solid var(--accent)',
    outlineOffset: '1px',
  },

  '@media (forced-colors: active)': {
    '.marked-line': { outline: '1px solid Highlight' },
    '.cm-tooltip-autocomplete ul li[aria-selected]': { outline: '2px solid Highlight' },
    '.problem-error, .word-mistake': { textDecorationColor: 'LinkText' },
  },
});
