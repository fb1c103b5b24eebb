/** Columns that a text takes with tab stops every eight. */
export function columns(text: string): number {
  let count = 0;
  for (let at = 0; at < text.length; at += 1) {
    count += text.charCodeAt(at) === 9 ? 8 - (count % 8) : 1;
  }
  return count;
}

/** Columns before the first word. */
export function indentation(text: string): number {
  let count = 0;
  for (let at = 0; at < text.length; at += 1) {
    const code = text.charCodeAt(at);
    if (code === 9) count += 8 - (count % 8);
    else if (code === 0x20) count += 1;
    else break;
  }
  return count;
}
