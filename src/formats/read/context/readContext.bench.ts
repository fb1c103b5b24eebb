import { bench, describe } from 'vitest';
import { readContext } from './readContext.ts';

const LINE = '[    1.234567] usb 1-1: new high-speed USB device number 2 using xhci_hcd';

/** Three sizes: linear reading shows as three times the time for three times the lines. */
describe.each([10_000, 30_000, 90_000])('%i lines of a log', (count) => {
  const lines = Array.from({ length: count }, (_, index) => ({ number: index + 1, text: LINE }));
  bench('baseline: one expression per line', () => {
    lines.filter(({ text }) => /iommu|P2PDMA|Linux version/i.test(text));
  });
  bench('readContext', () => {
    readContext(lines);
  });
});
