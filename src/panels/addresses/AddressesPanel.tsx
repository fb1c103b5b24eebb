import { useMemo } from 'react';
import { usePeerlane } from '../../store/peerlane.ts';
import type { OpenDocument } from '../../store/state.ts';
import { Addresses } from './Addresses.tsx';
import styles from './AddressesPanel.module.css';
import { shownMap } from './addressRows.ts';

/** The machine's address space: host windows, bridges' windows and BARs. */
export function AddressesPanel() {
  const document = usePeerlane((state) => state.document);
  if (!document) return <p className={styles.nothing}>Open a machine to see its address space.</p>;
  return <OfDocument document={document} />;
}

function OfDocument({ document }: { readonly document: OpenDocument }) {
  const { machine } = document;
  const { functions, hostBridges, origin } = machine;
  // Settings and notes change more often than what the map is made of.
  // biome-ignore lint/correctness/useExhaustiveDependencies: the rest of the machine has no addresses
  const shown = useMemo(() => shownMap(machine), [functions, hostBridges, origin]);
  if (shown.hosts.length === 0 && shown.map.troubles.length === 0) {
    return (
      <p className={styles.nothing}>
        {origin === 'drawn'
          ? 'Nothing on this machine asks for address space yet.'
          : 'The input shows no addresses: neither of BARs nor of windows.'}
      </p>
    );
  }
  return <Addresses key={document.serial} document={document} shown={shown} />;
}
