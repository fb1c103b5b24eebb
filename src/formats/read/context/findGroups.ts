import { formatAddress, type PciAddress, parseAddress } from '../../../model/address.ts';
import type { ContextLine } from './contextLines.ts';
import type { Evidence } from './evidence.ts';

const LISTING = 'the group listing';

/** Headers of the scripts that go round: `IOMMU Group 12:`, `IOMMU GROUP 12`, `Group:  12  `. */
const HEADER = /^(IOMMU )?Group(:?) {1,8}#?(\d{1,6})(?::|\s|$)/i;

/** A folder of `ls`: `/sys/kernel/iommu_groups/12/devices:`. */
const FOLDER = /^\/?\S{0,40}iommu_groups(?:\/(\d{1,6}))?(?:\/\w+)?:$/;

/** A path of `find` or `ls -d`; `ls -l` puts owner and date in front and an arrow behind. */
const PATH = /iommu_groups\/(\d{1,6})(?:\/devices(?:\/([0-9a-z:._-]{1,40}))?)?\/?(?=\s|$)/i;

/** `ls -l /sys/bus/pci/devices/…/iommu_group`. */
const LINK = /devices\/([0-9a-f:.]{7,20})\/iommu_group -> \S{0,60}iommu_groups\/(\d{1,6})/i;

/** drivers/iommu/iommu.c: since 5.2, and before (`iommu: Adding device … to group …`). */
const LOGGED =
  /^(?:\S{1,40} (\S{1,40}): Adding to iommu|iommu: Adding device (\S{1,40}) to) group (\d{1,6})/;

/** `03:00.0`, or the path `0000:00:1c.1/06:00.0`, of which the last step counts. */
function addressIn(word: string): PciAddress | null {
  const steps = word.split('/');
  const last = parseAddress(steps.at(-1) ?? '');
  const first = parseAddress(steps[0] ?? '');
  return last && first ? { ...last, domain: first.domain } : null;
}

/** The first word that is an address, after marks such as `[10de:1c02]`, `[R]` or `(12)`. */
function memberIn(text: string): PciAddress | null {
  for (const word of text.trim().split(/\s+/, 4)) {
    const address = addressIn(word);
    if (address) return address;
    if (!/^[[(].*[\])]$/.test(word)) return null;
  }
  return null;
}

const fullAddress = (word: string): PciAddress | null =>
  word.length >= 12 ? parseAddress(word) : null;

/** The names in a line of `ls`: all of them, or the one before an arrow. */
function namesIn(text: string): readonly string[] {
  const words = text.trim().split(/\s+/);
  const arrow = words.indexOf('->');
  return arrow > 0 ? words.slice(arrow - 1, arrow) : words;
}

/** The listing that goes on at this line: a script's group, or a folder of `ls`. */
interface Open {
  readonly kind: 'script' | 'folder';
  readonly group: string | null;
  /** How many more lines may be of no use before the listing counts as ended. */
  readonly patience: number;
}

/** Broken lines, and what some scripts add to a member (port type and ACS words, four lines). */
const PATIENCE = 4;

interface Step {
  readonly members: readonly PciAddress[];
  readonly group: string | null;
  /** The line belongs to a listing, whether or not it names a member. */
  readonly used: boolean;
  readonly open: Open | null;
}

const NOTHING: Step = { members: [], group: null, used: false, open: null };

/** Lines that tell everything by themselves. */
function complete(line: ContextLine): Step | null {
  const logged = LOGGED.exec(line.message);
  if (logged) {
    const address = fullAddress(logged[1] ?? logged[2] ?? '');
    return { ...NOTHING, members: address ? [address] : [], group: logged[3] ?? null, used: true };
  }
  const link = LINK.exec(line.text);
  const path = link ? null : PATH.exec(line.text);
  const [name, group] = link ? [link[1], link[2]] : [path?.[2], path?.[1]];
  if (group === undefined) return null;
  const address = fullAddress(name ?? '');
  return { ...NOTHING, members: address ? [address] : [], group, used: true };
}

function heading(line: ContextLine): Step | null {
  const folder = FOLDER.exec(line.message);
  if (folder) {
    const open: Open = { kind: 'folder', group: folder[1] ?? null, patience: 0 };
    return { ...NOTHING, used: true, open };
  }
  const header = HEADER.exec(line.message);
  if (!header) return null;
  const group = header[3] ?? null;
  const rest = line.message.slice(header[0].length);
  const member = memberIn(rest);
  // A bare `Group 3` is anything, and `IOMMU group: 3` a line of lspci; only with a member beside
  // it, or spelt out, is it ours.
  const isSpeltOut = header[1] !== undefined && header[2] === '' && rest.trim() === '';
  if (!member && !isSpeltOut) return null;
  const open: Open = { kind: 'script', group, patience: PATIENCE };
  return { members: member ? [member] : [], group, used: true, open };
}

/** The rest of what `ls` prints: sums, group numbers, files of a group, links elsewhere. */
const FOLDER_NOISE = /^(?:total \d|devices\b|reserved_regions\b|type$|\d{1,6}(?:\s|$))| -> /;

function insideFolder(line: ContextLine, open: Open): Step {
  const members = namesIn(line.message)
    .map(fullAddress)
    .filter((member) => member !== null);
  const used = members.length > 0 || FOLDER_NOISE.test(line.message);
  return { members, group: open.group, used, open: used ? open : null };
}

/** The rest of a description that a mail program broke. */
const ENDS_WITH_IDS = /\[[0-9a-f]{4}:[0-9a-f]{4}\](?: \(rev [0-9a-f]{2}\))?$/;

function insideScript(line: ContextLine, open: Open): Step {
  const member = memberIn(line.message);
  if (member) {
    return {
      members: [member],
      group: open.group,
      used: true,
      open: { ...open, patience: PATIENCE },
    };
  }
  const patience = open.patience - 1;
  const used = ENDS_WITH_IDS.test(line.message);
  return { ...NOTHING, used, open: patience > 0 ? { ...open, patience } : null };
}

function inside(line: ContextLine, open: Open): Step {
  if (line.message === '' || line.marker || line.logged) return NOTHING;
  return open.kind === 'folder' ? insideFolder(line, open) : insideScript(line, open);
}

/** IOMMU groups, as the log, sysfs or one of the scripts in use lists them. */
export function findGroups(lines: readonly ContextLine[]): readonly Evidence[] {
  const found: Evidence[] = [];
  let open: Open | null = null;
  let previous = 0;
  for (const line of lines) {
    // A gap in the numbers: what stood between belongs to another reader, and ends the listing.
    const goesOn = open !== null && line.number === previous + 1;
    const step: Step =
      heading(line) ?? complete(line) ?? (open && goesOn ? inside(line, open) : NOTHING);
    previous = line.last ?? line.number;
    const source = line.logged ? "the kernel's log" : LISTING;
    if (step.used) found.push({ kind: 'context', line: line.number, source });
    for (const member of step.group === null ? [] : step.members) {
      const address = formatAddress(member);
      found.push({ kind: 'group', address, group: step.group ?? '', line: line.number, source });
    }
    open = step.open;
  }
  return found;
}
