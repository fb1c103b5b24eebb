import { useId, useState } from 'react';
import type { Scatterlist } from '../../../model/workload.ts';
import { usePeerlane } from '../../../store/peerlane.ts';
import type { OpenDocument } from '../../../store/state.ts';
import { DeviceSelect } from './DeviceSelect.tsx';
import { DmaLimits, limitWords } from './DmaLimits.tsx';
import styles from './Editor.module.css';
import { clientsOf } from './providers.ts';
import { usualLimits } from './usualLimits.ts';

interface Props {
  readonly document: OpenDocument;
  readonly list: Scatterlist;
}

/** The device that the list is mapped for, and what its driver told the kernel. */
export function ClientRow({ document, list }: Props) {
  const { edit, select } = usePeerlane((state) => state.actions);
  const device = document.byId.get(list.client);
  const mapped = usePeerlane((state) => state.mapped?.report ?? null);
  const usual = usualLimits(mapped?.client === list.client ? mapped.device : null);
  const id = useId();
  const [isOpen, setOpen] = useState(false);
  return (
    <>
      <div className={styles.line}>
        <DeviceSelect
          document={document}
          label="For"
          name="Device that the list is for"
          functions={clientsOf(document.machine)}
          value={list.client}
          onChange={(client) => edit({ kind: 'list-client', id: list.id, client })}
        />
        {device && (
          <button
            type="button"
            className="small"
            title="DMA limits: address bits, longest segment, boundary"
            aria-label={`DMA limits: ${limitWords(device, usual)}`}
            aria-expanded={isOpen}
            aria-controls={id}
            onClick={() => setOpen(!isOpen)}
          >
            {limitWords(device, usual)}
          </button>
        )}
        <button
          type="button"
          className="small"
          aria-label="Show the device on the sheet"
          onClick={() => select([list.client])}
        >
          Show
        </button>
      </div>
      {device && (
        <DmaLimits key={device.id} id={id} device={device} usual={usual} isOpen={isOpen} />
      )}
    </>
  );
}
