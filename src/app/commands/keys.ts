const MODIFIERS = ['Control', 'Alt', 'Shift', 'Meta'] as const;

interface Press {
  readonly modifiers: ReadonlySet<string>;
  readonly key: string;
}

/** Splits as tinykeys does: at a plus behind a word, so that `Shift++` is Shift and a plus. */
function parse(keys: string): Press {
  const parts = keys.split(/\b\+/);
  const key = parts.pop() ?? '';
  return { modifiers: new Set(parts), key };
}

const PLAIN = /^(?:Key|Digit)(.)$/;

/** `KeyS`, `s` and `S` are one key. */
function plainKey(key: string): string {
  const plain = PLAIN.exec(key)?.[1] ?? key;
  return plain.length === 1 ? plain.toUpperCase() : plain;
}

/**
 * The same press by the key's place, for keyboards that write another script: theirs have no Latin
 * letters to go by. `null` for what is no letter.
 */
export function keysByPlace(keys: string): string | null {
  const { modifiers, key } = parse(keys);
  return /^[a-z]$/i.test(key) ? [...modifiers, `Key${key.toUpperCase()}`].join('+') : null;
}

/** One spelling for each press, so that two commands with the same keys are noticed. */
export function normalKeys(keys: string): string {
  const { modifiers, key } = parse(keys);
  const names = [...modifiers].map((name) => (name === '$mod' ? 'Control' : name)).sort();
  return [...names, plainKey(key)].join('+');
}

/**
 * A single character, with Shift or without: what WCAG 2.1.4 wants to be able to switch off, and
 * what is text while a field has the focus.
 */
export function isCharacterKey(keys: string): boolean {
  const { modifiers, key } = parse(keys);
  return plainKey(key).length === 1 && [...modifiers].every((name) => name === 'Shift');
}

const MAC_SIGNS: Readonly<Record<string, string>> = {
  $mod: '⌘',
  Meta: '⌘',
  Control: '⌃',
  Alt: '⌥',
  Shift: '⇧',
};
const WORDS: Readonly<Record<string, string>> = { $mod: 'Ctrl', Control: 'Ctrl', Meta: 'Super' };
const KEY_SIGNS: Readonly<Record<string, string>> = {
  '-': '−',
  Escape: 'Esc',
  ArrowLeft: '←',
  ArrowRight: '→',
  ArrowUp: '↑',
  ArrowDown: '↓',
};

/** As it is printed on the keys: `Ctrl+Shift+Z`, on a Mac `⇧⌘Z`. */
export function keyWords(keys: string, isMac: boolean): string {
  const { modifiers, key } = parse(keys);
  const isShiftImplied = ['?', '+', '<', '>'].includes(plainKey(key));
  const order = isMac ? ['Control', 'Alt', 'Shift', 'Meta', '$mod'] : ['$mod', ...MODIFIERS];
  const names = order.filter(
    (name) => modifiers.has(name) && !(name === 'Shift' && isShiftImplied),
  );
  const last = KEY_SIGNS[key] ?? plainKey(key);
  if (isMac) return [...names.map((name) => MAC_SIGNS[name] ?? name), last].join('');
  return [...names.map((name) => WORDS[name] ?? name), last].join('+');
}

/** For `aria-keyshortcuts`. */
export function ariaKeys(keys: readonly string[], isMac: boolean): string {
  return keys
    .map((one) => {
      const { modifiers, key } = parse(one);
      const names = MODIFIERS.filter(
        (name) =>
          modifiers.has(name) || (modifiers.has('$mod') && name === (isMac ? 'Meta' : 'Control')),
      );
      const last = plainKey(key) === '+' ? 'Plus' : plainKey(key);
      return [...names, last].join('+');
    })
    .join(' ');
}

/** Does this machine print ⌘ on its keys? */
export function isMacLike(platform: string): boolean {
  return /Mac|iPhone|iPad|iPod/.test(platform);
}
