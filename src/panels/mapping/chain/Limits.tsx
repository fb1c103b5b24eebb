import type { DmaDevice } from '../../../engine/dma/scatterlist.ts';
import { Term } from '../../../parts/Term.tsx';
import { sizeWords } from '../../words/registerWords.ts';
import styles from './Chain.module.css';
import { maskWords, segmentBytes } from './mapperWords.ts';

/** What the driver told the kernel of its device. */
export function Limits({ device }: { readonly device: DmaDevice }) {
  return (
    <section aria-labelledby="chain-limits">
      <h3 id="chain-limits">What its driver says of its DMA</h3>
      <dl className={styles.limits}>
        <dt>
          <Term id="dmaMask">Addresses</Term>
        </dt>
        <dd>{maskWords(device)}</dd>
        <dt>
          <Term id="maxSegment">Longest segment</Term>
        </dt>
        <dd>{sizeWords(segmentBytes(device))}</dd>
        <dt>
          <Term id="segmentBoundary">Boundary</Term>
        </dt>
        <dd>{sizeWords(device.boundary + 1)}</dd>
        {device.minAlignMask > 0 && (
          <>
            <dt>
              <Term id="minAlign">Bounced bits kept</Term>
            </dt>
            <dd>{`0x${device.minAlignMask.toString(16)}`}</dd>
          </>
        )}
        {device.isUntrusted && (
          <>
            <dt>
              <Term id="untrusted">Trust</Term>
            </dt>
            <dd>none: below an external port</dd>
          </>
        )}
      </dl>
    </section>
  );
}
