import type { ContextLine } from './contextLines.ts';
import type { Evidence, Fact } from './evidence.ts';

/** `nvme 0000:04:00.0: …`: driver and device, then what is said of it. */
const ABOUT = /^\S{1,40} ([0-9a-f]{4,8}:[0-9a-f]{2}:[0-9a-f]{2}\.[0-7]): (.*)$/;

interface Message {
  readonly pattern: RegExp;
  facts(match: RegExpExecArray, device: string | null): readonly Fact[];
}

const remark = (text: string, where: string | null): Fact => ({
  kind: 'remark',
  severity: 'note',
  text: `The running kernel said: ${text}`,
  where,
});

/** A message that is passed on as it stands, without what may follow it. */
const quoted = (pattern: RegExp): Message => ({
  pattern,
  facts: (match, device) => [remark(`“${match[0].trim()}”.`, device)],
});

/**
 * What drivers/pci/p2pdma.c (4.20 to 7.1) and the ACS code of drivers/pci/pci.c and quirks.c log.
 * A redirect alone is no refusal: a host bridge on the allow list may still carry the traffic.
 */
const MESSAGES: readonly Message[] = [
  {
    pattern:
      /^cannot be used for peer-to-peer DMA as the client and provider \(([0-9a-f:.]{12,20})\)/,
    facts: (match, device) => {
      const provider = match[1] ?? '';
      const text = `peer-to-peer DMA of this client with the provider ${provider} is refused (“${match[0]} …”).`;
      const said = remark(text, device);
      return device === null ? [said] : [{ kind: 'refusal', client: device, provider }, said];
    },
  },
  quoted(/^cannot be used for peer-to-peer DMA .{0,160}/),
  quoted(/^ACS redirect is set between the client and provider \([0-9a-f:.]{12,20}\)/),
  quoted(/^to disable ACS redirect for this path, add the kernel parameter: pci=\S{1,400}/),
  quoted(/^Host bridge not in P2PDMA whitelist: [0-9a-f]{4}:[0-9a-f]{4}/),
  quoted(/^added peer-to-peer DMA memory \S{1,60}/),
  quoted(/^(?:cannot disable|disabled) ACS redirect.{0,100}/),
  quoted(/^Configured ACS to 0x[0-9a-f]{1,4}/),
  quoted(/^ACS Flags missing.{0,60}/),
  quoted(/^Intel \S{0,4} ?PCH root port ACS workaround enabled/),
  quoted(/^PCI: Can't parse (?:disable_acs_redir|ACS command line) parameter: .{0,200}/),
  {
    pattern: /PCIe ACS overrides enabled/,
    facts: () => [
      {
        kind: 'remark',
        severity: 'warning',
        text: 'The running kernel has the “ACS override” patch and uses it (pcie_acs_override=). No mainline kernel has it, so IOMMU groups computed here will differ from those of this machine.',
        where: null,
      },
    ],
  },
];

/** Mail programs break the longest of these; the next line is then the rest. */
const unfinished = (message: string): boolean =>
  message.includes('peer-to-peer DMA as the client') || message.includes('ACS redirect is set');

export function findPeerMessages(lines: readonly ContextLine[]): readonly Evidence[] {
  return lines.flatMap((line, at) => {
    const next = lines[at + 1];
    const rest = unfinished(line.message) && next && !next.logged ? ` ${next.message}` : '';
    const about = ABOUT.exec(line.message + rest);
    const text = about?.[2] ?? line.message;
    for (const { pattern, facts } of MESSAGES) {
      const match = pattern.exec(text);
      if (!match) continue;
      return facts(match, about?.[1] ?? null).map((fact) => ({
        ...fact,
        line: line.number,
        source: "the kernel's log",
      }));
    }
    return [];
  });
}
