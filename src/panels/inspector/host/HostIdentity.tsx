import { useMemo } from 'react';
import { UNKNOWN } from '../../../base/unknown.ts';
import { nameOf } from '../../../engine/explain/nameOf.ts';
import type { Conditions } from '../../../engine/report.ts';
import type { HostBridge } from '../../../model/machine.ts';
import { formatPciId } from '../../../model/pciId.ts';
import { WithAddresses } from '../../../parts/Bdf.tsx';
import type { OpenDocument } from '../../../store/state.ts';
import { Fact, Facts, NotShown } from '../Facts.tsx';
import { Figures } from '../Figures.tsx';
import { FunctionRow, PartList } from '../PartList.tsx';
import { hostListing, listingSentence } from './hostListing.ts';
import { IdentityForm } from './IdentityForm.tsx';

interface Props {
  readonly document: OpenDocument;
  readonly host: HostBridge;
  readonly conditions: Conditions;
}

/** The ids by which the kernel looks the host bridge up in its list, and how to change them. */
export function HostIdentity({ document, host, conditions }: Props) {
  const { machine } = document;
  const listing = useMemo(
    () => hostListing(machine, host, conditions),
    [machine, host, conditions],
  );
  const { first, id, isHeadless, isListMoot } = listing;
  const era = conditions.kernel.value;
  return (
    <>
      <Facts>
        <Fact name="Ids" term="hostIdentity">
          {id === null ? (
            'nobody'
          ) : id === UNKNOWN ? (
            <NotShown />
          ) : (
            <Figures>{formatPciId(id)}</Figures>
          )}
          {id !== null && first && (
            <>
              {' '}
              of <WithAddresses text={nameOf(first)} />
            </>
          )}
        </Fact>
      </Facts>
      <p>
        <WithAddresses text={listingSentence(listing, era)} />
      </p>
      {isListMoot && (
        <p>
          With this CPU it does not matter: the kernel trusts AMD CPUs of family 17h and later to
          forward between any two ports, and does not read the list.
        </p>
      )}
      {first && (
        <PartList label="First function on the bus">
          <FunctionRow document={document} fn={first} />
        </PartList>
      )}
      {host.rootBus === null ? (
        <p>It has no bus number yet, so it cannot be given ids.</p>
      ) : (
        <>
          {isHeadless && (
            <p>The input shows no 00.0 on this root bus. Giving it ids adds a 00.0.</p>
          )}
          <IdentityForm host={host} current={id === UNKNOWN ? null : id} era={era} />
        </>
      )}
    </>
  );
}
