/** Characters that XML 1.0 has no place for, even escaped; half a surrogate pair among them. */
const FORBIDDEN =
  // biome-ignore lint/suspicious/noControlCharactersInRegex: to take them out is the purpose
  /[\u0000-\u0008\u000b\u000c\u000e-\u001f\u007f-\u009f\ufffe\uffff\u202a-\u202e\u2066-\u2069]|[\ud800-\udbff](?![\udc00-\udfff])|(?<![\ud800-\udbff])[\udc00-\udfff]/g;

const ENTITIES: Readonly<Record<string, string>> = {
  '&': '&amp;',
  '<': '&lt;',
  '>': '&gt;',
  '"': '&quot;',
  "'": '&#39;',
};

/** Text for a place between tags or in an attribute. Marks that turn the direction of writing go, too. */
export function escapeXml(text: string): string {
  return text
    .replace(FORBIDDEN, '')
    .replace(/\s/g, ' ')
    .replace(/[&<>"']/g, (character) => ENTITIES[character] ?? '');
}

export type Attributes = Readonly<Record<string, string | number | undefined>>;

/** ` x="1" y="2"`; numbers to two places, what is undefined left out. */
export function attributes(values: Attributes): string {
  let text = '';
  for (const [name, value] of Object.entries(values)) {
    if (value === undefined) continue;
    const written = typeof value === 'number' ? String(Math.round(value * 100) / 100) : value;
    text += ` ${name}="${escapeXml(written)}"`;
  }
  return text;
}

/** An element; `content` is markup. */
export function element(name: string, values: Attributes, content = ''): string {
  return content === ''
    ? `<${name}${attributes(values)}/>`
    : `<${name}${attributes(values)}>${content}</${name}>`;
}
