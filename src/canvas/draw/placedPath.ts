/** How many numbers each command takes, and which of them are lengths, x and y by turns. */
const ARGUMENTS: Readonly<Record<string, number>> = { m: 2, l: 2, h: 1, v: 1, c: 6, a: 7, z: 0 };

const COMMAND = /[a-z][^a-z]*/gi;
/** Numbers may follow one another without a blank: `.5-2`, `1.5.5`; an arc's flags always have one here. */
const NUMBER = /-?(?:\d+\.?\d*|\.\d+)/g;

/**
 * The data of a path, scaled and moved. A `transform` would do the same, but Chromium keeps a layer
 * of its books for every element that has one, and pays for each in every frame.
 */
export function placedPath(path: string, x: number, y: number, scale: number): string {
  return (path.match(COMMAND) ?? [])
    .map((part) => {
      const command = part.charAt(0);
      const count = ARGUMENTS[command.toLowerCase()];
      if (count === undefined) throw new Error(`placedPath does not know ${command}`);
      const numbers = (part.slice(1).match(NUMBER) ?? []).map(Number);
      const placed = numbers.map((number, index) =>
        place(command, count === 0 ? 0 : index % count, number, x, y, scale),
      );
      return command + placed.map((number) => Number(number.toFixed(3))).join(' ');
    })
    .join('');
}

function place(
  command: string,
  index: number,
  number: number,
  x: number,
  y: number,
  scale: number,
): number {
  const isRelative = command === command.toLowerCase();
  switch (command.toLowerCase()) {
    case 'h':
      return number * scale + (isRelative ? 0 : x);
    case 'v':
      return number * scale + (isRelative ? 0 : y);
    case 'a':
      // Radii, rotation, two flags, end.
      if (index < 2) return number * scale;
      if (index < 5) return number;
      return number * scale + (isRelative ? 0 : index === 5 ? x : y);
    default:
      return number * scale + (isRelative ? 0 : index % 2 === 0 ? x : y);
  }
}
