/** What the first line with a word in it may be. Dumps say some of these words, too, in other forms. */
const BEGINNINGS: readonly RegExp[] = [
  /^machine(?:\s+(?:"|[^\s:=]+\s*(?:#|$))|\s*$)/,
  /^origin\s+(?:captured|drawn)\s*(?:#|$)/,
  /^cpu\s+(?:\?|[\w/.-]+(?::[\w?-]+)?)\s*(?:#|$)/,
  /^kernel\s+(?:\?|"[^"]*"|[\w.+~-]+)(?:\s+"[^"]*")?\s*(?:#|$)/,
  /^iommu\s+(?:\?|none|intel|amd|smmu|virtio|other)\b(?!:)/,
  /^acs\s+(?:boot|as-is)\s*(?:#|$)/,
  /^(?:\S+:\s+)?socket\s+(?:-|\d+)(?:\s+(?:"|model=|#)|\s*$)/,
  /^host\s+[^\s:]+(?:\s+(?:[a-z0-9]+=\S+|[^\s:=]+(?::[\w?]+)?))*\s*(?:#|$)/,
  /^(?:"[^"]*"|[^\s:]+):\s+(?:socket|host)\b(?!:)/,
  // A part that stands too far left: its kind, perhaps a model, and nothing else but attributes.
  /^(?:"[^"]*"|[^\s:"]+):\s+(?:port|switch|bridge|vmd|gpu|nvme|nic|fpga|hfi|card|rciep|ntb|mgmt)(?:\s+(?:"[^"]*"|[\w.-]+))?(?:\s+(?:gen[\d?]\S*|x[\d?]+|[a-z0-9]+=\S+))*\s*(?:#|$)/,
  /^orphans\s*(?:#|$)/,
  /^slot\s+(?:"[^"]*"|[^\s:]+):?\s+\S*(?:x\d+|=)/,
  /^link\s+\w+\s+\S+\s+--\s/,
  /^flow\s+(?:\S+:\s+)?.*(?:->|<-)/,
  /^group\s+\S+:\s+/,
  /^list\s+(?:\S+\s+)?on\s+\S+:/,
  /^note\s+(?:\S+\s+)?"/,
];

const MOST_LINES = 2_000;

/**
 * Does the text begin as a sketch does: perhaps with comments, then with a statement or a line of the
 * tree? A shell's prompt (`# lspci -vvv`) looks like a comment, and what follows it does not.
 */
export function isSketch(text: string): boolean {
  let at = 0;
  for (let line = 0; line < MOST_LINES && at < text.length; line++) {
    const end = text.indexOf('\n', at);
    const stop = end < 0 ? text.length : end;
    const trimmed = text.slice(at, Math.min(stop, at + 400)).trim();
    if (trimmed !== '' && !trimmed.startsWith('#')) {
      return BEGINNINGS.some((beginning) => beginning.test(trimmed));
    }
    at = stop + 1;
  }
  return false;
}
