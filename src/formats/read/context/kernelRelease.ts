const RELEASE =
  /^(\d{1,2})\.\d{1,3}(\.\d{1,3})?(?:\.\d{1,5})?([-+~_][\w.+~-]*|\.[a-z][\w.+~-]*)?$/i;

const OLDEST = 2;
const NEWEST = 9;

/** A word that can be a kernel release, such as `6.12.15-amd64` or `7.0-rc1`. */
export function isKernelRelease(word: string): boolean {
  const match = RELEASE.exec(word);
  if (!match) return false;
  const major = Number(match[1]);
  return major >= OLDEST && major <= NEWEST;
}

/**
 * A line that is a kernel release and can hardly be anything else: versions of programs have three
 * numbers too, so one without a suffix counts only from 4 on, where kernels of interest begin.
 */
export function isBareKernelRelease(line: string): boolean {
  const match = RELEASE.exec(line);
  if (!match || !isKernelRelease(line) || match[2] === undefined) return false;
  return match[3] !== undefined || Number(match[1]) >= 4;
}
