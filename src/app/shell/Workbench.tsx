import { Suspense, useRef } from 'react';
import { Group, Panel, type PanelSize, Separator } from 'react-resizable-panels';
import { InspectorPanel } from '../../panels/inspector/InspectorPanel.tsx';
import { OutlinePanel } from '../../panels/outline/OutlinePanel.tsx';
import { usePeerlane } from '../../store/peerlane.ts';
import type { PanelSizes } from '../../store/state.ts';
import { isPanelShown } from '../room/panels.ts';
import { type PanelName, room, useRoom } from '../room/room.ts';
import { Dock, DockStrip } from './Dock.tsx';
import { Drawer } from './Drawer.tsx';
import { SheetRegion } from './SheetRegion.tsx';
import { SidePanel } from './SidePanel.tsx';
import styles from './Workbench.module.css';

/** The sheet, and what docks round it. On a narrow window the panels lie over it, one at a time. */
export function Workbench() {
  const sizes = usePeerlane((state) => state.view.sizes);
  const setView = usePeerlane((state) => state.actions.setView);
  const isNarrow = useRoom((state) => state.isNarrow);
  const drawer = useRoom((state) => state.drawer);
  const hasOutline = useIsDocked('outline');
  const hasInspector = useIsDocked('inspector');
  const hasDock = useIsDocked('dock');
  const pixels = useRef<PanelSizes>(sizes);
  const measure = (name: keyof PanelSizes) => (size: PanelSize) => {
    pixels.current = { ...pixels.current, [name]: Math.round(size.inPixels) };
  };
  /** Only what somebody pulled is worth remembering. */
  const remember = (_: unknown, { isUserInteraction }: { readonly isUserInteraction: boolean }) => {
    if (isUserInteraction) setView({ sizes: pixels.current });
  };

  return (
    <div className={styles.workbench}>
      <Group className={styles.group} orientation="horizontal" onLayoutChanged={remember}>
        {hasOutline && (
          <>
            <Panel
              key="outline"
              id="outline-panel"
              defaultSize={sizes.outline}
              minSize={180}
              maxSize="40%"
              groupResizeBehavior="preserve-pixel-size"
              onResize={measure('outline')}
            >
              <SidePanel name="outline" title="Outline">
                <OutlinePanel />
              </SidePanel>
            </Panel>
            <Separator className={styles.upright} aria-label="Width of the outline" />
          </>
        )}
        <Panel key="middle" id="middle-panel" minSize={240}>
          <div className={styles.middle}>
            <Group className={styles.group} orientation="vertical" onLayoutChanged={remember}>
              <Panel key="sheet" id="sheet-panel" minSize={120}>
                <SheetRegion />
              </Panel>
              {hasDock && (
                <>
                  <Separator className={styles.level} aria-label="Height of the dock" />
                  <Panel
                    key="dock"
                    id="dock-panel"
                    defaultSize={sizes.dock}
                    minSize={120}
                    maxSize="80%"
                    groupResizeBehavior="preserve-pixel-size"
                    onResize={measure('dock')}
                  >
                    <Dock />
                  </Panel>
                </>
              )}
            </Group>
            {!hasDock && <DockStrip />}
          </div>
        </Panel>
        {hasInspector && (
          <>
            <Separator className={styles.upright} aria-label="Width of the inspector" />
            <Panel
              key="inspector"
              id="inspector-panel"
              defaultSize={sizes.inspector}
              minSize={220}
              maxSize="45%"
              groupResizeBehavior="preserve-pixel-size"
              onResize={measure('inspector')}
            >
              <SidePanel name="inspector" title="Inspector">
                <InspectorPanel />
              </SidePanel>
            </Panel>
          </>
        )}
      </Group>
      {isNarrow && drawer !== null && (
        <Drawer key={drawer} name={drawer}>
          <Suspense>
            {drawer === 'outline' && (
              <SidePanel name="outline" title="Outline">
                <OutlinePanel />
              </SidePanel>
            )}
            {drawer === 'inspector' && (
              <SidePanel name="inspector" title="Inspector">
                <InspectorPanel />
              </SidePanel>
            )}
            {drawer === 'dock' && <Dock />}
          </Suspense>
        </Drawer>
      )}
    </div>
  );
}

/** Does it stand beside the sheet? */
function useIsDocked(panel: PanelName): boolean {
  const isShown = usePeerlane((state) => isPanelShown(panel, state.view, room.get()));
  const isBeside = useRoom((state) => !state.isNarrow && !state.isSheetAlone);
  return isShown && isBeside;
}
