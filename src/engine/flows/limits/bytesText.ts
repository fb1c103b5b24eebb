/** `512 bytes`, `42.7 bytes`. */
export function bytesText(bytes: number): string {
  return `${Number(bytes.toFixed(1))} bytes`;
}
