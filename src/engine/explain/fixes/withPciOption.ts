import type { CmdlineSpan } from '../../kernel/cmdline/kernelParameters.ts';

/**
 * A command line with a `pci=` option given this value: in the place where it stands (`given`, the
 * stretch of its value), or as another word at the end.
 */
export function withPciOption(
  text: string,
  option: string,
  given: CmdlineSpan | null,
  value: string,
): string {
  if (given) return `${text.slice(0, given.start)}${value}${text.slice(given.end)}`;
  return [text.trim(), `pci=${option}=${value}`].filter((part) => part !== '').join(' ');
}
