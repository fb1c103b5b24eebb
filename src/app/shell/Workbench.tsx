import { type CSSProperties, type ReactNode, Suspense } from 'react';
import { usePeerlane } from '../../store/peerlane.ts';
import type { PanelSizes } from '../../store/state.ts';
import { isDockLarge, isPanelShown } from '../room/panels.ts';
import { type PanelName, room, useRoom } from '../room/room.ts';
import { Dock, DockStrip } from './Dock.tsx';
import { Drawer } from './Drawer.tsx';
import { LeftPanel } from './LeftPanel.tsx';
import { InspectorPanel } from './laterParts.ts';
import { SheetRegion } from './SheetRegion.tsx';
import { SidePanel } from './SidePanel.tsx';
import { Splitter } from './Splitter.tsx';
import styles from './Workbench.module.css';

/** The sheet, and what docks round it. On a narrow window the panels lie over it, one at a time. */
export function Workbench() {
  const sizes = usePeerlane((state) => state.view.sizes);
  const isNarrow = useRoom((state) => state.isNarrow);
  const drawer = useRoom((state) => state.drawer);
  /** A text needs more room than a tree of names; each keeps its own. */
  const left = usePeerlane((state) => (state.view.leftTab === 'outline' ? 'outline' : 'text'));
  const hasOutline = useIsDocked('outline');
  const hasInspector = useIsDocked('inspector');
  const hasDock = useIsDocked('dock');
  const view = usePeerlane((state) => state.view);
  const isLarge = useRoom((state) => isDockLarge(view, state));
  return (
    <div className={styles.workbench} data-dock-large={isLarge || undefined}>
      {hasOutline && (
        <div className={styles.outline} style={sizeOf(left, sizes)} data-frame>
          <LeftPanel splitter={<Splitter key={left} panel="outline" size={left} />} />
        </div>
      )}
      <div className={styles.sheet}>
        <SheetRegion />
      </div>
      {hasDock ? (
        <div className={styles.dock} style={sizeOf('dock', sizes)} data-frame>
          <Dock isBelow splitter={!isLarge && <Splitter panel="dock" />} />
        </div>
      ) : (
        <div className={styles.strip}>
          <DockStrip />
        </div>
      )}
      {hasInspector && (
        <div className={styles.inspector} style={sizeOf('inspector', sizes)} data-frame>
          <Inspector splitter={<Splitter panel="inspector" />} />
        </div>
      )}
      {isNarrow && drawer !== null && (
        <Drawer key={drawer} name={drawer}>
          {drawer === 'outline' && <LeftPanel />}
          {drawer === 'inspector' && <Inspector />}
          {drawer === 'dock' && <Dock />}
        </Drawer>
      )}
    </div>
  );
}

/** The style sheet sees to it that the sheet keeps its room. */
function sizeOf(panel: keyof PanelSizes, sizes: PanelSizes): CSSProperties {
  return { '--size': `${sizes[panel]}px` } as CSSProperties;
}

function Inspector({ splitter }: { readonly splitter?: ReactNode }) {
  return (
    <SidePanel name="inspector" title="Inspector" splitter={splitter}>
      <Suspense>
        <InspectorPanel />
      </Suspense>
    </SidePanel>
  );
}

/** Does it stand beside the sheet? */
function useIsDocked(panel: PanelName): boolean {
  const isShown = usePeerlane((state) => isPanelShown(panel, state.view, room.get()));
  const isBeside = useRoom((state) => !state.isNarrow && !state.isSheetAlone);
  return isShown && isBeside;
}
