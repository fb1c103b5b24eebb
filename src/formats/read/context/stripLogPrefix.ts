/**
 * What tools put in front of a kernel message. Sources: util-linux dmesg (plain, `-T`, `-x`,
 * `--time-format iso`), printk levels and CONFIG_PRINTK_CALLER (`[    T1]`), and the forms of
 * journalctl and rsyslog.
 */
const PREFIXES: readonly RegExp[] = [
  /^<\d{1,3}>/,
  /^[a-z0-9]{3,9} {0,6}: ?(?:emerg|alert|crit|err|warn|notice|info|debug) {0,6}: /,
  /^[A-Z][a-z]{2} [ \d]\d \d\d:\d\d:\d\d \S{1,255} kernel: /,
  /^\d{4}-\d\d-\d\d[T ]\d\d:\d\d:\d\d[\d.,]{0,10}(?:Z|[+-]\d\d:?\d\d)? (?:\S{1,255} kernel: )?/,
  /^\[ {0,8}\d{1,9}\.\d{1,9}\]/,
  /^\[[A-Z][a-z]{2} [A-Z][a-z]{2} [ \d]\d \d\d:\d\d:\d\d \d{4}\]/,
  /^\[ {0,8}[TC]\d{1,9}\]/,
  /^kernel: /,
];

/** The kernel's own words, and whether a log prefix stood in front of them. */
export function stripLogPrefix(text: string): {
  readonly message: string;
  readonly logged: boolean;
} {
  let message = text.trim();
  let logged = false;
  for (;;) {
    const prefix = PREFIXES.map((pattern) => pattern.exec(message)).find((match) => match !== null);
    if (!prefix) return { message, logged };
    message = message.slice(prefix[0].length).trimStart();
    logged = true;
  }
}
