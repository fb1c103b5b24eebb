import type { Machine } from '../../model/machine.ts';

/** The document as JSON text, one function a line: readable, and kind to version control. */
export function writeDocument(machine: Machine): string {
  const lines = Object.entries(machine).map(
    ([key, value]) => `${JSON.stringify(key)}: ${part(value)}`,
  );
  return `{\n${lines.join(',\n')}\n}\n`;
}

function part(value: unknown): string {
  if (!Array.isArray(value) || value.length === 0) return JSON.stringify(value);
  return `[\n${value.map((item) => JSON.stringify(item)).join(',\n')}\n]`;
}
