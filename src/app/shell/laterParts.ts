import { lazy } from 'react';

const matrix = () => import('../../panels/matrix/MatrixPanel.tsx');
const why = () => import('../../panels/why/WhyPanel.tsx');
const report = () => import('../../panels/report/ReportPanel.tsx');
const summary = () => import('../../panels/report/ImportSummary.tsx');
const open = () => import('../opening/OpenDialog.tsx');
const empty = () => import('../opening/EmptyRoom.tsx');
const palette = () => import('../commands/Palette.tsx');
const help = () => import('../commands/HelpDialog.tsx');
const menu = () => import('../commands/ContextMenu.tsx');

/** What the first sight of the page can do without. */
export const MatrixPanel = lazy(() => matrix().then((part) => ({ default: part.MatrixPanel })));
export const WhyPanel = lazy(() => why().then((part) => ({ default: part.WhyPanel })));
export const ReportPanel = lazy(() => report().then((part) => ({ default: part.ReportPanel })));
export const ImportSummary = lazy(() =>
  summary().then((part) => ({ default: part.ImportSummary })),
);
export const OpenDialog = lazy(() => open().then((part) => ({ default: part.OpenDialog })));
export const EmptyRoom = lazy(() => empty().then((part) => ({ default: part.EmptyRoom })));
export const Palette = lazy(() => palette().then((part) => ({ default: part.Palette })));
export const HelpDialog = lazy(() => help().then((part) => ({ default: part.HelpDialog })));
export const ContextMenu = lazy(() => menu().then((part) => ({ default: part.ContextMenu })));

/** Fetches it all once there is nothing better to do, so that nobody waits for it later. */
export function fetchLaterParts(): void {
  const all = [matrix, why, report, summary, open, empty, palette, help, menu];
  const fetchAll = () => {
    // Whatever fails is asked for again when it is needed, and told then.
    for (const load of all) load().catch(() => undefined);
  };
  if ('requestIdleCallback' in window) requestIdleCallback(fetchAll, { timeout: 4000 });
  else setTimeout(fetchAll, 1500);
}
