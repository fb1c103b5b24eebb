import { usePeerlane } from '../store/peerlane.ts';
import { FunctionLink } from './FunctionLink.tsx';
import { functionsByName } from './functionsByName.ts';

/** An address within a sentence, domain and all. */
const ADDRESS = /([0-9a-f]{4,8}:[0-9a-f]{2}:[0-9a-f]{2}\.[0-7])/;

/** A sentence in which the addresses of this machine's functions lead to them on the sheet. */
export function LinkedText({ text }: { readonly text: string }) {
  const document = usePeerlane((state) => state.document);
  const names = document && functionsByName(document.machine);
  return text.split(ADDRESS).map((part, index) => {
    const id = index % 2 === 1 ? names?.get(part) : undefined;
    // biome-ignore lint/suspicious/noArrayIndexKey: the parts of one text never move
    return id === undefined ? part : <FunctionLink key={index} id={id} name={part} />;
  });
}
