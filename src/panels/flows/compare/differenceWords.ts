/** Less than this is rounding, no difference. */
const SAME = 5e-4;

export function isSameFigure(first: number | null, second: number | null): boolean {
  if (first === null || second === null) return first === second;
  return Math.abs(second - first) <= SAME * Math.max(Math.abs(first), Math.abs(second));
}

/** From the first figure to the second: `▲ +12 %`, `▼ −50 %`, `same`; empty where one is not known. */
export function differenceWords(first: number | null, second: number | null): string {
  if (first === null || second === null) return '';
  if (isSameFigure(first, second)) return 'same';
  const sign = second > first ? '▲' : '▼';
  if (first === 0) return `${sign} from 0`;
  const part = second / first - 1;
  const percent = Math.abs(part) * 100;
  const digits = percent < 9.95 ? percent.toFixed(1) : percent.toFixed(0);
  if (percent >= 999.5) return `${sign} ${Number((second / first).toPrecision(2))}×`;
  return `${sign} ${part > 0 ? '+' : '−'}${digits} %`;
}
