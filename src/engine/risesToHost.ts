import type { PairVerdict } from './report.ts';

/** Requests that a bridge below redirects go up to the root complex, whatever comes of them there. */
export function risesToHost({ acsRedirect, mapType, rule }: PairVerdict): boolean {
  return acsRedirect.length > 0 && mapType !== 'BUS_ADDR' && rule !== 'acs-redirect-refuses';
}
