/** A part as hundredths: `100 %`, `28 %`, `<1 %`. */
export function percent(part: number): string {
  const hundredths = part * 100;
  if (hundredths > 0 && hundredths < 1) return '<1 %';
  return `${Math.round(hundredths)} %`;
}
