import type { PciFunction } from '../../model/pciFunction.ts';
import { shortTitle } from '../../model/shortTitle.ts';
import type { OpenDocument } from '../../store/state.ts';

/** What to write on each box; the user's own name counts at once, before the engine has answered. */
export function documentTitles({ titles }: Pick<OpenDocument, 'titles'>) {
  return (fn: PciFunction): string =>
    fn.label ?? shortTitle(titles.get(fn.id) ?? 'Device with unknown ids');
}
