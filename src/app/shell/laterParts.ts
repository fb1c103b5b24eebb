import type { ComponentType } from 'react';
import { lazily } from '../../parts/lazily.ts';
import { whenIdle } from '../../parts/whenIdle.ts';

const loaders: (() => Promise<unknown>)[] = [];

/** A part that is fetched when it is first drawn, or before by {@link fetchLaterParts}. */
function later<Props>(load: () => Promise<ComponentType<Props>>) {
  loaders.push(load);
  return lazily(load);
}

/** What the first sight of the page can do without: the sheet comes first. */
export const OutlinePanel = later(() =>
  import('../../panels/outline/OutlinePanel.tsx').then((part) => part.OutlinePanel),
);
export const TextPanel = later(() =>
  import('../../panels/text/TextPanel.tsx').then((part) => part.TextPanel),
);
export const PartsPanel = later(() =>
  import('../../panels/parts/PartsPanel.tsx').then((part) => part.PartsPanel),
);
export const InspectorPanel = later(() =>
  import('../../panels/inspector/InspectorPanel.tsx').then((part) => part.InspectorPanel),
);
export const MatrixPanel = later(() =>
  import('../../panels/matrix/MatrixPanel.tsx').then((part) => part.MatrixPanel),
);
export const WhyPanel = later(() =>
  import('../../panels/why/WhyPanel.tsx').then((part) => part.WhyPanel),
);
export const GroupsPanel = later(() =>
  import('../../panels/groups/GroupsPanel.tsx').then((part) => part.GroupsPanel),
);
export const ChecksPanel = later(() =>
  import('../../panels/checks/ChecksPanel.tsx').then((part) => part.ChecksPanel),
);
export const AddressesPanel = later(() =>
  import('../../panels/addresses/AddressesPanel.tsx').then((part) => part.AddressesPanel),
);
export const FlowsPanel = later(() =>
  import('../../panels/flows/FlowsPanel.tsx').then((part) => part.FlowsPanel),
);
export const MappingPanel = later(() =>
  import('../../panels/mapping/MappingPanel.tsx').then((part) => part.MappingPanel),
);
export const ReportPanel = later(() =>
  import('../../panels/report/ReportPanel.tsx').then((part) => part.ReportPanel),
);
export const OpenDialog = later(() =>
  import('../opening/OpenDialog.tsx').then((part) => part.OpenDialog),
);
export const GalleryDialog = later(() =>
  import('../gallery/GalleryDialog.tsx').then((part) => part.GalleryDialog),
);
export const EmptyRoom = later(() =>
  import('../opening/EmptyRoom.tsx').then((part) => part.EmptyRoom),
);
export const Palette = later(() => import('../commands/Palette.tsx').then((part) => part.Palette));
export const HelpDialog = later(() =>
  import('../commands/HelpDialog.tsx').then((part) => part.HelpDialog),
);
export const AddDialog = later(() =>
  import('../adding/AddDialog.tsx').then((part) => part.AddDialog),
);
export const SpliceInDialog = later(() =>
  import('../adding/SpliceInDialog.tsx').then((part) => part.SpliceInDialog),
);
export const ReplaceDialog = later(() =>
  import('../adding/ReplaceDialog.tsx').then((part) => part.ReplaceDialog),
);
export const DivideDialog = later(() =>
  import('../adding/DivideDialog.tsx').then((part) => part.DivideDialog),
);
export const ImportCard = later(() =>
  import('../opening/ImportCard.tsx').then((part) => part.ImportCard),
);
export const PlayBar = later(() => import('../play/PlayBar.tsx').then((part) => part.PlayBar));
export const ContextMenu = later(() =>
  import('../commands/ContextMenu.tsx').then((part) => part.ContextMenu),
);

/**
 * Fetches it all once there is nothing better to do, so that nobody waits for it later. Called when the first
 * sight stands: what that is made of would otherwise wait behind all this.
 */
export function fetchLaterParts(): void {
  whenIdle(() => {
    // What does not come is told where it is drawn.
    for (const load of loaders) load().catch(() => undefined);
  });
}
