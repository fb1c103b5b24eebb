/**
 * Yes or no, as the kernel reads them: the first letter decides, after an `o` the second. `null`
 * for what is neither. Source: kstrtobool() in lib/kstrtox.c, Linux 4.20 to 7.1.
 */
export function kernelBoolean(text: string): boolean | null {
  if (/^(?:[yt1]|on)/i.test(text)) return true;
  if (/^(?:[nf0]|of)/i.test(text)) return false;
  return null;
}
