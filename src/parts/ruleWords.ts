import { assertNever } from '../base/assertNever.ts';
import type { PairVerdict } from '../engine/report.ts';

/**
 * The rule that decided a pair as a sentence short enough for a row of the table. The explanation
 * says it at length.
 */
export function reasonSentence(verdict: PairVerdict): string {
  const first = verdict.acsRedirect.length > 0 ? 'ACS redirects' : 'No bridge above both';
  switch (verdict.rule) {
    case 'common-bridge':
      return verdict.provider === verdict.client
        ? 'One function, both provider and client.'
        : 'Below one bridge, and nothing redirects.';
    case 'not-checked':
      return 'Nobody checked in those days: the transfer is tried.';
    case 'same-upstream-port':
      return 'Both two bridges below one switch’s upstream port.';
    case 'other-upstream-port':
      return 'Not both two bridges below one upstream port.';
    case 'no-common-bridge':
      return 'No bridge above both, and this kernel asks no host bridge.';
    case 'acs-redirect-refuses':
      return 'ACS redirects; kernels before 5.4 refuse that at once.';
    case 'cpu-forwards':
      return `${first}; this CPU forwards between all ports.`;
    case 'host-bridge-listed':
      return `${first}; host bridge on the kernel’s list.`;
    case 'host-bridge-not-listed':
      return `${first}; host bridge not on the kernel’s list.`;
    case 'host-bridge-not-shared':
      return `${first}; listed for pairs below one host bridge only.`;
    case 'host-bridge-not-identified':
      return `${first}; the kernel cannot identify the host bridge.`;
    case 'acs-unknown':
      return 'ACS is hidden on the way, as in a dump taken without root.';
    case 'parent-unknown':
      return 'The input does not show every bridge above the two.';
    case 'host-bridge-unknown':
      return `${first}; the input does not show the host bridge.`;
    case 'cpu-unknown':
      return `${first}; the input does not show the CPU’s family.`;
    default:
      return assertNever(verdict.rule);
  }
}
