import type { LogKind, LogLine } from '../engine/explain/kernelLog.ts';
import { formatAddress, parseAddress } from '../model/address.ts';

/** The names of a pair, for `<client>` and `<provider>` in a case's text. */
export interface OwnNames {
  readonly client: string;
  readonly provider: string;
}

/** Messages of p2pdma that tell why, by what each is known by: functions first, then ids. */
const MESSAGES: readonly (readonly [kind: LogKind, pattern: RegExp])[] = [
  ['redirect', /^(\S+): ACS redirect is set between the client and provider \((\S+)\)$/],
  ['parameter', /^(\S+): to disable ACS redirect .*pci=disable_acs_redir=(\S+)$/],
  // The kernel begins with the name of the driver, whichever it is.
  ['unlisted-host', /^(?:\S+ )?(\S+): Host bridge not in P2PDMA whitelist: (\S+)$/],
  [
    'refused',
    /^(\S+): cannot be used for peer-to-peer DMA as the client and provider \((\S+)\) do not share an upstream bridge or whitelisted host bridge$/,
  ],
];

/**
 * What a line of a kernel's log says, without its wording: which message it is, and the functions
 * and ids that it names, in order. A line that is none of the known messages stands for itself.
 */
export function substanceOfText(line: string, own: OwnNames): string {
  const told = line.replaceAll('<client>', own.client).replaceAll('<provider>', own.provider);
  for (const [kind, pattern] of MESSAGES) {
    const match = pattern.exec(told);
    if (match) return [kind, ...match.slice(1).flatMap(names)].join(' ');
  }
  return told;
}

/** The same of a line that was derived. */
export function substanceOfLine({ kind, functions, ids }: LogLine): string {
  return [kind, ...functions, ...(ids === null ? [] : [ids])].join(' ');
}

/** Functions with their domain, as ids are written; anything else as it stands. */
function names(list: string): readonly string[] {
  return list.split(';').map((name) => {
    const address = parseAddress(name);
    return address ? formatAddress(address) : name;
  });
}
