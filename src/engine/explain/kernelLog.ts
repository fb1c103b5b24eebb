import type { FunctionId } from '../../model/ids.ts';
import { formatPciId } from '../../model/pciId.ts';
import type { Analysis } from '../analyze.ts';
import { hostBridgeIdentity } from '../p2pdma/hostBridgeIdentity.ts';
import type { PairVerdict } from '../p2pdma/verdict.ts';
import { functionAt, ON_ROOT_BUS, type Topology } from '../pci/topology.ts';
import { nameOf, nameOfId } from './nameOf.ts';

/** Which message of the kernel a line is. */
export type LogKind =
  /** ACS redirects between the two. */
  | 'redirect'
  /** How to switch that off. */
  | 'parameter'
  /** The host bridge is not on the list. */
  | 'unlisted-host'
  /** The pair is refused. */
  | 'refused'
  /** No switch above the provider (patch series of 2017 and 2018). */
  | 'no-switch'
  /** Stands for the crash that follows instead of further lines. */
  | 'crash';

/** One line of the kernel's log, in substance. */
export interface LogLine {
  readonly kind: LogKind;
  /** The functions it names, in its order. */
  readonly functions: readonly FunctionId[];
  /** Ids it names, `8086:29c0`; `null` where it names none. */
  readonly ids: string | null;
  readonly text: string;
}

/** `0000:02:00.0;0000:02:01.0`: as `pci=disable_acs_redir=` takes it. */
export function redirectList(topology: Topology, verdict: PairVerdict): string {
  return verdict.acsRedirect.map((id) => nameOfId(topology, id)).join(';');
}

/** {@link logLines} as text. */
export function kernelLog(analysis: Analysis, verdict: PairVerdict): readonly string[] {
  return logLines(analysis, verdict).map(({ text }) => text);
}

/**
 * What the kernel would log for a pair, in substance, when it is asked verbosely (drivers do so
 * when a transfer is refused). Nothing where the verdict is not known.
 *
 * Source: drivers/pci/p2pdma.c; which lines appear when is confirmed by running kernels (5.4 to
 * 7.0): the "not in P2PDMA whitelist" line only after ACS redirection, never for pairs without a common
 * bridge, and not at all before 5.14. Up to 5.3 one message refuses for ACS and another one for want
 * of a common bridge (patch "Whitelist some Intel host bridges", which changed both for 5.4). In 2018
 * only a provider without a switch was warned of; the rest were messages for debugging. The proposals
 * of 2026 warn of the ports that redirect, without naming a parameter.
 */
export function logLines(analysis: Analysis, verdict: PairVerdict): readonly LogLine[] {
  if (verdict.mapType === null) return [];
  switch (analysis.conditions.kernel.value.features.pairRule) {
    case 'none':
      return [];
    case 'same-upstream-port':
      return withoutSwitch(analysis.topology, verdict);
    case 'common-bridge':
    case 'redirect-refuses':
      return eitherRefusal(analysis.topology, verdict);
    case 'map-types':
      return withMapTypes(analysis, verdict);
    case 'node-verdicts':
    case 'tlp-classes': {
      const refused = verdict.mapType === 'NOT_SUPPORTED';
      return [
        ...(verdict.acsRedirect.length > 0 ? [redirectLine(analysis.topology, verdict)] : []),
        ...(refused ? [refusedLine(analysis.topology, verdict, OR_LISTED)] : []),
      ];
    }
  }
}

const OR_LISTED = 'do not share an upstream bridge or whitelisted host bridge';

function withMapTypes(analysis: Analysis, verdict: PairVerdict): readonly LogLine[] {
  const { topology } = analysis;
  const lines: LogLine[] = [];
  const isRefused = verdict.mapType === 'NOT_SUPPORTED';
  if (verdict.acsRedirect.length > 0) {
    lines.push(redirectLine(topology, verdict), parameterLine(topology, verdict));
    if (overflows(analysis, verdict)) return [...lines, CRASH];
    const unlisted = isRefused ? unlistedHost(analysis, verdict) : null;
    if (unlisted) lines.push(unlisted);
  }
  if (isRefused) lines.push(refusedLine(topology, verdict, OR_LISTED));
  return lines;
}

/** Up to 5.3 a pair was refused for one reason or the other. */
function eitherRefusal(topology: Topology, verdict: PairVerdict): readonly LogLine[] {
  if (verdict.mapType !== 'NOT_SUPPORTED') return [];
  if (verdict.acsRedirect.length === 0) {
    return [refusedLine(topology, verdict, 'do not share an upstream bridge')];
  }
  const [client, provider] = names(topology, verdict);
  return [
    {
      kind: 'redirect',
      functions: [verdict.client, verdict.provider],
      ids: null,
      text: `${client}: cannot be used for peer-to-peer DMA as ACS redirect is set between the client and provider (${provider})`,
    },
    parameterLine(topology, verdict),
  ];
}

function withoutSwitch(topology: Topology, verdict: PairVerdict): readonly LogLine[] {
  const place = topology.indexOf.get(verdict.provider);
  const bridge = place === undefined ? ON_ROOT_BUS : (topology.upstream[place] ?? ON_ROOT_BUS);
  const above = bridge < 0 ? bridge : topology.upstream[bridge];
  if (above !== ON_ROOT_BUS) return [];
  const provider = nameOfId(topology, verdict.provider);
  const text = `${provider}: not behind a PCI bridge (one above another is meant: a switch)`;
  return [{ kind: 'no-switch', functions: [verdict.provider], ids: null, text }];
}

function redirectLine(topology: Topology, verdict: PairVerdict): LogLine {
  const [client, provider] = names(topology, verdict);
  return {
    kind: 'redirect',
    functions: [verdict.client, verdict.provider],
    ids: null,
    text: `${client}: ACS redirect is set between the client and provider (${provider})`,
  };
}

function parameterLine(topology: Topology, verdict: PairVerdict): LogLine {
  const [client] = names(topology, verdict);
  return {
    kind: 'parameter',
    functions: [verdict.client, ...verdict.acsRedirect],
    ids: null,
    text: `${client}: to disable ACS redirect for this path, add the kernel parameter: pci=disable_acs_redir=${redirectList(topology, verdict)}`,
  };
}

function refusedLine(topology: Topology, verdict: PairVerdict, why: string): LogLine {
  const [client, provider] = names(topology, verdict);
  return {
    kind: 'refused',
    functions: [verdict.client, verdict.provider],
    ids: null,
    text: `${client}: cannot be used for peer-to-peer DMA as the client and provider (${provider}) ${why}`,
  };
}

const CRASH: LogLine = {
  kind: 'crash',
  functions: [],
  ids: null,
  text: '(this list does not fit the buffer it is built in: the kernel crashes here)',
};

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

function unlistedHost(analysis: Analysis, verdict: PairVerdict): LogLine | null {
  const { topology, conditions } = analysis;
  const { features } = conditions.kernel.value;
  if (features.unlistedHostLog === 'never') return null;
  const place = topology.indexOf.get(verdict.provider);
  const host = place === undefined ? undefined : topology.host[place];
  const [first] = host === undefined ? [] : (topology.rootBus[host] ?? []);
  if (host === undefined || first === undefined) return null;
  const identity = hostBridgeIdentity(topology, host, features);
  // The message is the identifying device's: without one, nobody is there to say it.
  if (identity.id === null) return null;
  const fn = functionAt(topology, first);
  const ids = formatPciId(fn.pciId);
  const text = `pci ${nameOf(fn)}: Host bridge not in P2PDMA whitelist: ${ids}`;
  return { kind: 'unlisted-host', functions: [fn.id], ids, text };
}

/** Client and provider, as the kernel names them. */
function names(topology: Topology, verdict: PairVerdict): readonly [string, string] {
  return [nameOfId(topology, verdict.client), nameOfId(topology, verdict.provider)];
}
