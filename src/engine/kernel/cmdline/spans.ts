import type { CmdlineSpan, ParameterRemark } from './parameterTypes.ts';

/** Cuts a stretch of the command line at each separator. */
export function splitSpan({ text, start }: CmdlineSpan, separator: string): readonly CmdlineSpan[] {
  let at = start;
  return text.split(separator).map((part) => {
    const span = { text: part, start: at, end: at + part.length };
    at += part.length + separator.length;
    return span;
  });
}

/** A remark on a stretch; where something is missing, the sign before the place is shown. */
export function remarkOn(
  span: CmdlineSpan,
  severity: ParameterRemark['severity'],
  text: string,
): ParameterRemark {
  const start = span.text === '' ? Math.max(span.start - 1, 0) : span.start;
  return { span: { ...span, start }, severity, text };
}
