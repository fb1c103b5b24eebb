import { type CSSProperties, type ReactNode, Suspense } from 'react';
import { usePeerlane } from '../../store/peerlane.ts';
import type { PanelSizes } from '../../store/state.ts';
import { isPanelShown } from '../room/panels.ts';
import { type PanelName, room, useRoom } from '../room/room.ts';
import { Dock, DockStrip } from './Dock.tsx';
import { Drawer } from './Drawer.tsx';
import { InspectorPanel, OutlinePanel } from './laterParts.ts';
import { SheetRegion } from './SheetRegion.tsx';
import { SidePanel } from './SidePanel.tsx';
import { Splitter } from './Splitter.tsx';
import styles from './Workbench.module.css';

/** The sheet, and what docks round it. On a narrow window the panels lie over it, one at a time. */
export function Workbench() {
  const sizes = usePeerlane((state) => state.view.sizes);
  const isNarrow = useRoom((state) => state.isNarrow);
  const drawer = useRoom((state) => state.drawer);
  const hasOutline = useIsDocked('outline');
  const hasInspector = useIsDocked('inspector');
  const hasDock = useIsDocked('dock');
  return (
    <div className={styles.workbench}>
      {hasOutline && (
        <div className={styles.outline} style={sizeOf('outline', sizes)} data-frame>
          <Outline splitter={<Splitter panel="outline" />} />
        </div>
      )}
      <div className={styles.sheet}>
        <SheetRegion />
      </div>
      {hasDock ? (
        <div className={styles.dock} style={sizeOf('dock', sizes)} data-frame>
          <Dock splitter={<Splitter panel="dock" />} />
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
          {drawer === 'outline' && <Outline />}
          {drawer === 'inspector' && <Inspector />}
          {drawer === 'dock' && <Dock />}
        </Drawer>
      )}
    </div>
  );
}

/** The style sheet sees to it that the sheet keeps its room. */
function sizeOf(panel: PanelName, sizes: PanelSizes): CSSProperties {
  return { '--size': `${sizes[panel]}px` } as CSSProperties;
}

function Outline({ splitter }: { readonly splitter?: ReactNode }) {
  return (
    <SidePanel name="outline" title="Outline" splitter={splitter}>
      <Suspense>
        <OutlinePanel />
      </Suspense>
    </SidePanel>
  );
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
