import type { UNKNOWN } from '../base/unknown.ts';
import type { DerivedCase } from './deriveCase.ts';
import { mapPeerPages } from './deriveLists.ts';
import type { GoldenInput } from './goldenCase.ts';
import type { GoldenMove, GoldenTransfer } from './goldenLists.ts';
import type { Tally } from './tally.ts';
import { transferErrno } from './transferErrno.ts';

/**
 * Transfers by user space: done, or refused with the errno that the kernel gave. Data are compared as
 * well where the test machines show any; elsewhere that the kernel mapped them is all there is.
 */
export function compareTransfers(
  tally: Tally,
  told: readonly GoldenTransfer[],
  input: GoldenInput,
  derived: DerivedCase,
): void {
  for (const { provider, client, read, write } of told) {
    const mapping = mapPeerPages(input, derived, provider, client);
    const errno = transferErrno(mapping);
    const showsData =
      errno === 0 && arrives(input, derived, provider, client, mapping.outputs[0]?.space === 'BUS');
    const moves: readonly (readonly [string, GoldenMove])[] = [
      ['read', read],
      ['write', write],
    ];
    for (const [name, move] of moves) {
      const about = `${name}: ${provider} → ${client}`;
      tally.check('transfers', about, moveText(move, showsData), expectedText(errno, showsData));
    }
    if (showsData) tally.lists.data++;
  }
}

/**
 * Whether data that moved can be looked at. The test machines have no routing between peers behind the
 * emulated IOMMU: where that translates, bus addresses fault, although the kernel is right to give them.
 * A device that reaches its own memory through the host cannot do both at once. Test devices keep nothing.
 */
function arrives(
  { withoutStorage }: GoldenInput,
  { analysis }: DerivedCase,
  provider: GoldenTransfer['provider'],
  client: GoldenTransfer['client'],
  isBus: boolean,
): boolean {
  if (withoutStorage.includes(provider)) return false;
  if (provider === client) return isBus;
  return !isBus || !analysis.isTranslated(client);
}

const moveText = ({ errno, isSame }: GoldenMove, showsData: boolean): string =>
  errno === 0 && showsData ? (isSame ? 'done, same data' : 'done, other data') : doneText(errno);

const expectedText = (errno: number | typeof UNKNOWN, showsData: boolean): string =>
  showsData ? 'done, same data' : doneText(errno);

const doneText = (errno: number | typeof UNKNOWN): string =>
  errno === 0 ? 'done' : `errno ${errno}`;
