import { formatCount } from '../../parts/verdictWords.ts';
import type { EarlierDocument } from '../../store/state.ts';

/** "Oct 5, 2025, 15:14", by the clock of whoever looks. */
export function savedWords(
  { savedAt }: Pick<EarlierDocument, 'savedAt'>,
  timeZone?: string,
): string {
  if (savedAt <= 0) return 'time not known';
  return new Intl.DateTimeFormat('en', {
    year: 'numeric',
    month: 'short',
    day: 'numeric',
    hour: '2-digit',
    minute: '2-digit',
    hourCycle: 'h23',
    ...(timeZone === undefined ? {} : { timeZone }),
  }).format(savedAt);
}

/** "202 functions"; `null` where they were not counted. */
export function sizeWords({ functions }: Pick<EarlierDocument, 'functions'>): string | null {
  if (functions === null) return null;
  return `${formatCount(functions)} ${functions === 1 ? 'function' : 'functions'}`;
}
