/** What several parts that are alike are called together: `NVIDIA H100`, `gpu0 … gpu7`. */
export function stackName(names: readonly string[]): string {
  const [first = ''] = names;
  const last = names.at(-1) ?? first;
  return names.every((name) => name === first) ? first : `${first} … ${last}`;
}
