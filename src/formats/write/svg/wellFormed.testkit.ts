const TAG =
  /<(\/?)([a-zA-Z]+)((?: [a-zA-Z][a-zA-Z0-9:-]*="[^"<&]*(?:&(?:amp|lt|gt|quot|#39);[^"<&]*)*")*)(\/?)>/y;
const TEXT = /(?:[^<>&]|&(?:amp|lt|gt|quot|#39);)+/y;

/**
 * Elements of an XML text by name, each with its attributes; throws where the text is not
 * well-formed. Knows of XML only what the writer uses: elements, attributes, five entities.
 */
export function parseXml(text: string): readonly { name: string; values: Map<string, string> }[] {
  const found: { name: string; values: Map<string, string> }[] = [];
  const open: string[] = [];
  let at = 0;
  while (at < text.length) {
    TEXT.lastIndex = at;
    const words = TEXT.exec(text);
    if (words) {
      if (open.length === 0 && words[0].trim() !== '') throw new Error('text outside of the root');
      at = TEXT.lastIndex;
      continue;
    }
    TAG.lastIndex = at;
    const tag = TAG.exec(text);
    if (!tag) throw new Error(`not well-formed: ${text.slice(at, at + 80)}`);
    const [, slash, name = '', attributes = '', isEmpty] = tag;
    if (slash) {
      if (open.pop() !== name) throw new Error(`${name} is closed and was not open`);
    } else {
      found.push({ name, values: valuesOf(attributes) });
      if (!isEmpty) open.push(name);
    }
    at = TAG.lastIndex;
  }
  if (open.length > 0) throw new Error(`${open.join(' ')} stays open`);
  return found;
}

function valuesOf(attributes: string): Map<string, string> {
  const values = new Map<string, string>();
  for (const [, name = '', value = ''] of attributes.matchAll(
    /([a-zA-Z][a-zA-Z0-9:-]*)="([^"]*)"/g,
  )) {
    if (values.has(name)) throw new Error(`${name} twice`);
    values.set(name, value);
  }
  return values;
}
