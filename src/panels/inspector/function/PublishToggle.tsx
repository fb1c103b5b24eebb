import type { PciFunction } from '../../../model/pciFunction.ts';
import { usePeerlane } from '../../../store/peerlane.ts';
import { Toggle } from '../keep/Toggle.tsx';
import { shared } from '../shared.ts';

/** Whether memory for peers is published; nothing where there is none. */
export function PublishToggle({ functions }: { readonly functions: readonly PciFunction[] }) {
  const edit = usePeerlane((state) => state.actions.edit);
  const offering = functions.filter(({ p2pMemory }) => p2pMemory.length > 0);
  const memories = offering.flatMap(({ p2pMemory }) => p2pMemory);
  return (
    <Toggle
      now={shared(memories.map(({ published }) => published))}
      name="Published"
      hint="Other drivers may ask the kernel for this memory"
      onToggle={(isPublished) =>
        edit({ kind: 'publish', functions: offering.map(({ id }) => id), isPublished })
      }
    />
  );
}
