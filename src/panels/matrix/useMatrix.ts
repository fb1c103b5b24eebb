import { useMemo, useState } from 'react';
import type { DeviceKind } from '../../model/deviceKind.ts';
import type { Results } from '../../store/answers.ts';
import type { OpenDocument } from '../../store/state.ts';
import type { Listing } from '../../worker/protocol.ts';
import { type Axis, arrangeAxis } from './arrangeAxis.ts';
import { defaultKinds } from './kinds.ts';
import { createLister, type Listed } from './listFunctions.ts';
import type { AxisSetup, MatrixSetup } from './setup.ts';
import { countOfKinds, countShown, type Summary, summarise } from './summarise.ts';

export interface Matrix {
  readonly listed: readonly Listed[];
  /** How many of each kind the table lists. */
  readonly present: ReadonlyMap<DeviceKind, number>;
  /** What a matrix of this machine begins with. */
  readonly firstKinds: ReadonlySet<DeviceKind>;
  readonly providerKinds: ReadonlySet<DeviceKind>;
  readonly clientKinds: ReadonlySet<DeviceKind>;
  readonly providers: Axis;
  readonly clients: Axis;
  readonly summary: Summary;
  /** Of the pairs shown. */
  readonly shown: Summary['total'];
}

/** The matrix that is to be seen; `null` while there is nothing to show of this machine. */
export function useMatrix(
  document: OpenDocument | null,
  results: Results | null,
  listing: Listing,
  setup: MatrixSetup,
): Matrix | null {
  const table = results?.table ?? null;
  const [list] = useState(createLister);
  const { byId, titles } = document ?? {};
  const listed = useMemo(
    () => (table && byId && titles ? list(table, byId, titles) : null),
    [list, table, byId, titles],
  );
  const kinds = useMemo(() => {
    const present = new Map<DeviceKind, number>();
    for (const { kind } of listed ?? []) present.set(kind, (present.get(kind) ?? 0) + 1);
    return { present, firstKinds: defaultKinds(present.keys(), listing === 'all') };
  }, [listed, listing]);
  const providers = useAxis(listed, setup.provider, kinds.firstKinds, setup);
  const clients = useAxis(listed, setup.client, kinds.firstKinds, setup);
  const summary = useMemo(
    () =>
      table && listed
        ? summarise(
            table,
            listed.map(({ kind }) => kind),
          )
        : null,
    [table, listed],
  );
  const isSearched = setup.provider.search !== '' || setup.client.search !== '';
  const shown = useMemo(() => {
    if (!table || !summary) return null;
    return isSearched
      ? countShown(table, placesOf(providers.axis), placesOf(clients.axis))
      : countOfKinds(summary, providers.kinds, clients.kinds);
  }, [table, summary, isSearched, providers, clients]);
  if (!listed || !summary || !shown) return null;
  return {
    listed,
    ...kinds,
    providerKinds: providers.kinds,
    clientKinds: clients.kinds,
    providers: providers.axis,
    clients: clients.axis,
    summary,
    shown,
  };
}

function useAxis(
  listed: readonly Listed[] | null,
  { kinds: asked, search }: AxisSetup,
  firstKinds: ReadonlySet<DeviceKind>,
  { order }: MatrixSetup,
): { readonly axis: Axis; readonly kinds: ReadonlySet<DeviceKind> } {
  const kinds = asked ?? firstKinds;
  const axis = useMemo(
    () => arrangeAxis(listed ?? [], { kinds, search }, order),
    [listed, kinds, search, order],
  );
  return useMemo(() => ({ axis, kinds }), [axis, kinds]);
}

function placesOf({ items }: Axis): readonly number[] {
  return items.map(({ place }) => place);
}
