import type { PciId } from '../../model/pciFunction.ts';
import { attributesOf } from '../attributes.ts';
import type { Word } from '../lexLine.ts';
import { partNamed } from '../partNamed.ts';
import { splitAttribute } from '../splitAttribute.ts';
import { PCI_ID } from '../values/codec.ts';
import type { NodeLine } from './readLines.ts';

/** A `host` line taken apart: `host NAME PLATFORM`, `host NAME 1022:14a4`, `NAME: host …`. */
export interface HostWords {
  readonly name: Word | null;
  readonly platform: Word | null;
  readonly firstDevice: { readonly word: Word; readonly id: PciId } | null;
  readonly attributes: readonly Word[];
}

/** Takes the words before the attributes apart. A platform may be left out, and so may the name. */
export function hostWords(node: NodeLine): HostWords {
  const before: Word[] = [];
  for (const word of node.words) {
    if (word.equals !== null || before.length === 2) break;
    if (!word.isQuoted && attributesOf('host').get(splitAttribute(word).name)) break;
    before.push(word);
  }
  let rest = before;
  let { name } = node;
  const [first] = rest;
  if (!name && first && (first.isQuoted || !isPlatform(first) || rest.length === 2)) {
    name = first;
    rest = rest.slice(1);
  }
  const [what, ...others] = rest;
  const id = what && PCI_ID.read(what.text);
  const attributes = [...others, ...node.words.slice(before.length)];
  if (!what) return { name, platform: null, firstDevice: null, attributes };
  if (id) return { name, platform: null, firstDevice: { word: what, id }, attributes };
  return { name, platform: what, firstDevice: null, attributes };
}

/** The ids of a first device, or a platform of the catalogue: `host milan` has no name. */
function isPlatform({ text, value }: Word): boolean {
  return PCI_ID.read(text) !== undefined || partNamed('host', value) !== null;
}
