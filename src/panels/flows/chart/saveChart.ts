import { chartSvg } from '../../../formats/write/svg/charts/chartSvg.ts';
import type { SvgTheme } from '../../../formats/write/svg/palette.ts';
import type { ChartScene } from '../../../layout/charts/chartScene.ts';
import { downloadText } from '../../../store/downloadText.ts';
import { fileNameOf } from '../../../store/fileNameOf.ts';
import type { PeerlaneState } from '../../../store/state.ts';

/** What a chart is called and under what it holds, in files as on the page. */
export interface ChartWords {
  readonly title: string;
  readonly words: string;
  /** Ends the file's name: `link use`. */
  readonly file: string;
}

/** Puts a chart where downloads go, as a picture for a page, and says so. */
export function saveChart(
  state: PeerlaneState,
  theme: SvgTheme,
  scene: ChartScene,
  { title, words, file }: ChartWords,
): void {
  const machine = state.document?.machine.name ?? 'machine';
  const svg = chartSvg(scene, { title, words, theme, ground: 'paper', footer: [machine] });
  const name = fileNameOf(`${machine} ${file}`, 'svg');
  downloadText(svg, name, 'image/svg+xml');
  state.actions.notify('info', `Saved as ${name} in your downloads, in ${theme} colours.`);
}

/** The same of a chart's figures, for a spreadsheet. */
export function saveFigures(state: PeerlaneState, csv: string, file: string): void {
  const name = fileNameOf(`${state.document?.machine.name ?? 'machine'} ${file}`, 'csv');
  downloadText(csv, name, 'text/csv;charset=utf-8');
  state.actions.notify('info', `Saved as ${name} in your downloads.`);
}
