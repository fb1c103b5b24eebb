/** A shell's prompt with what was typed behind it: `$ lspci`, `[root@host ~]# lspci -vvv`. */
const PROMPT = /^\s*(?:\[?[\w.-]+@[\w.-]+[^#$%>]{0,60}[#$%>]|[#$%])(?:\s|$)/;
const COMMAND = /^\s*(?:sudo |doas )?(?:\/\S{0,40}\/)?lspci(?:\s+-\S|\s*$)/;
const DECORATION = /^[\s\-=_*#~`.+|\\/<>]+$/;
const COMMENT = /^\s*(?:#|\/\/|--\s)/;

/** How lines begin that are known to be somebody else's: the kernel's, lscpu's, a mail program's. */
const OTHERS =
  /^\s*(?:\[\s*\d+\.\d+\]|Linux (?:version )?\S|BOOT_IMAGE=|Architecture:|On .{1,200} wrote:|IOMMU group \d)/i;

/** One branch of the drawing that `lspci -t` makes. */
const TREE = /^[-+\\|\s]*[-+\\]-?(?:\[[\da-f]{4,8}:[\da-f]{2}|[\da-f]{2}\.[0-7])/i;

/** What lspci says on standard error, and where it could not read vital product data. */
const COMPLAINT = /^(?:pcilib|lspci): |^\s*Not readable$/;

/** What people and `grep -A` put where they left lines out: `[...]`, `<snip>`, `…`, `--`. */
const ELISION = new RegExp(
  [
    /--/,
    /[<[({]?\s*(?:…|\.(?:\s?\.){1,9})\s*[>\])}]?/,
    /[<[({][^\]>)}:]{0,40}\b(?:snip|cut|trimmed|truncated|omitted|deleted|removed|skipped)[^\]>)}:]{0,40}[>\])}]/,
    /[-=~]{0,10}\s?snip(?:ped)?\s?[-=~.]{0,10}/,
  ]
    .map(({ source }) => `^\\s*(?:${source})\\s*$`)
    .join('|'),
  'i',
);

const NOISE = [ELISION, PROMPT, COMMAND, COMMENT, DECORATION, COMPLAINT];

/** A prompt, a command, a ruler: nothing that a reader would miss. */
export function isNoise(text: string): boolean {
  return NOISE.some((pattern) => pattern.test(text));
}

/** True where lines of the dump were left out. */
export function isElision(text: string): boolean {
  return text.length <= 80 && ELISION.test(text);
}

/** True for what lspci itself says amid its output, about no line of it. */
export function isComplaint(text: string): boolean {
  return COMPLAINT.test(text);
}

export function isTreeLine(text: string): boolean {
  return TREE.test(text);
}

/** True for lines that are never the second half of a line of lspci that a mail program broke. */
export function isSomebodyElses(text: string): boolean {
  return OTHERS.test(text) || isNoise(text) || isTreeLine(text);
}

/** The host's name, from a prompt or from `uname -a`. */
export function hostNameIn(text: string): string | null {
  const match =
    /^\s*\[?[\w.-]{1,40}@([\w.-]{1,60})[:\s][^#$%]{0,60}[#$%](?:\s|$)/.exec(text) ??
    /^\s*Linux ([\w.-]{1,60}) \d+\.\d+\.\S+ #\d/.exec(text);
  return match?.[1] ?? null;
}
