import { formatPciId } from '../../model/pciId.ts';
import type { Analysis } from '../analyze.ts';
import { hostBridgeIdentity } from '../p2pdma/hostBridgeIdentity.ts';
import type { PairVerdict } from '../p2pdma/verdict.ts';
import { functionAt, type Topology } from '../pci/topology.ts';
import { nameOf, nameOfId } from './nameOf.ts';

/** `0000:02:00.0;0000:02:01.0`: as `pci=disable_acs_redir=` takes it. */
export function redirectList(topology: Topology, verdict: PairVerdict): string {
  return verdict.acsRedirect.map((id) => nameOfId(topology, id)).join(';');
}

/**
 * What the kernel would log for a pair, in substance, when it is asked verbosely (drivers do so
 * when a transfer is refused). Nothing where the verdict is not known.
 *
 * Source: drivers/pci/p2pdma.c; which lines appear when is confirmed by running kernels: the
 * "not in P2PDMA whitelist" line only after ACS redirection, never for pairs without a common
 * bridge, and not at all before 5.14.
 */
export function kernelLog(analysis: Analysis, verdict: PairVerdict): readonly string[] {
  if (verdict.mapType === null) return [];
  const lines: string[] = [];
  const { topology } = analysis;
  const client = nameOfId(topology, verdict.client);
  const provider = nameOfId(topology, verdict.provider);
  if (verdict.acsRedirect.length > 0) {
    lines.push(`${client}: ACS redirect is set between the client and provider (${provider})`);
    lines.push(
      `${client}: to disable ACS redirect for this path, add the kernel parameter: pci=disable_acs_redir=${redirectList(topology, verdict)}`,
    );
    if (overflows(analysis, verdict)) return [...lines, CRASH];
    const unlisted = verdict.mapType === 'NOT_SUPPORTED' ? unlistedHost(analysis, verdict) : null;
    if (unlisted) lines.push(unlisted);
  }
  if (verdict.mapType === 'NOT_SUPPORTED') {
    lines.push(
      `${client}: cannot be used for peer-to-peer DMA as the client and provider (${provider}) do not share an upstream bridge or whitelisted host bridge`,
    );
  }
  return lines;
}

/** Stands for the crash that follows instead of further lines. */
const CRASH = '(this list does not fit the buffer it is built in: the kernel crashes here)';

/**
 * Does the list of redirecting functions exceed the kernel's buffer? Each name takes its thirteen
 * characters with the separator; from ten names on, kernels with 128 bytes overwrite their stack
 * (seen on running 5.15, 6.1, 6.12, 6.18 and 7.0; 5.4 and 5.10 have a page).
 */
function overflows({ topology, conditions }: Analysis, verdict: PairVerdict): boolean {
  return (
    redirectList(topology, verdict).length + 1 > conditions.kernel.value.features.redirectListBytes
  );
}

function unlistedHost(analysis: Analysis, verdict: PairVerdict): string | null {
  const { topology, conditions } = analysis;
  const { features } = conditions.kernel.value;
  if (features.unlistedHostLog === 'never') return null;
  const place = topology.indexOf.get(verdict.provider);
  const host = place === undefined ? undefined : topology.host[place];
  const [first] = host === undefined ? [] : (topology.rootBus[host] ?? []);
  if (host === undefined || first === undefined) return null;
  const identity = hostBridgeIdentity(topology, host, features);
  if (identity.id === null && features.unlistedHostLog === 'redirected-and-identified') return null;
  const fn = functionAt(topology, first);
  return `pci ${nameOf(fn)}: Host bridge not in P2PDMA whitelist: ${formatPciId(fn.pciId)}`;
}
