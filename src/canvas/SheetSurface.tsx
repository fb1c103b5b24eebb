import {
  Suspense,
  useCallback,
  useEffect,
  useId,
  useMemo,
  useRef,
  useSyncExternalStore,
} from 'react';
import { linkAbove } from '../model/linkAbove.ts';
import { fetchedOnce } from '../parts/fetchedOnce.ts';
import { useFetched } from '../parts/useFetched.ts';
import { usePeerlane, usePeerlaneShallow } from '../store/peerlane.ts';
import type { PartId } from '../store/state.ts';
import { useCameraRequests } from './camera/useCameraRequests.ts';
import { useAtRest, useFrame, useLater } from './camera/useFrame.ts';
import { useFitting, useSheetCamera } from './camera/useSheetCamera.ts';
import { useTransform } from './camera/useTransform.ts';
import { LaterCarrier } from './carry/LaterCarrier.ts';
import { BackToMachine } from './controls/BackToMachine.tsx';
import { Controls } from './controls/Controls.tsx';
import { HoverName } from './controls/HoverName.tsx';
import { MIN_BOXES } from './controls/minBoxes.ts';
import { CheckLayer } from './draw/CheckLayer.tsx';
import { MeantLink } from './draw/MeantLink.tsx';
import { OptionLayer } from './draw/OptionLayer.tsx';
import { SceneLayer } from './draw/SceneLayer.tsx';
import { TextLayer } from './draw/TextLayer.tsx';
import { useCheckSigns } from './draw/useCheckSigns.ts';
import { LaterFlowDrawer } from './flows/draw/LaterFlowDrawer.ts';
import { flowsInSight } from './flows/flowsInSight.ts';
import { useFlowsSheet } from './flows/useFlowsSheet.ts';
import { useGestures } from './gestures/useGestures.ts';
import { HullLayer } from './groups/HullLayer.tsx';
import { useHulls } from './groups/useHulls.ts';
import { useSheetKeys } from './keys/useSheetKeys.ts';
import { Minimap, PairBar } from './laterLayers.ts';
import { useMappingSheet } from './mapping/useMappingSheet.ts';
import { checkedName } from './names/checkedName.ts';
import { pairedName } from './names/pairedName.ts';
import { OverviewLayer } from './overview/OverviewLayer.tsx';
import { PathLayer } from './pair/PathLayer.tsx';
import { pairLook } from './pair/pairLook.ts';
import { TagLayer } from './pair/TagLayer.tsx';
import { usePairDrawing } from './pair/usePairDrawing.ts';
import { useRevealedPair } from './pair/useRevealedPair.ts';
import { PlayLayer } from './play/PlayLayer.tsx';
import { Ring } from './Ring.tsx';
import styles from './Sheet.module.css';
import { rectOfPart } from './state/rectOfPart.ts';
import type { DrawnDocument } from './state/useDrawn.ts';
import { useLaterTool } from './state/useLaterTool.ts';
import { type Under, usePointing } from './state/usePointing.ts';
import { WriteLayer } from './write/WriteLayer.tsx';

/** From afar lines have no words; their names are fetched for that. */
const linkNames = fetchedOnce(() => import('../model/linkName.ts'));

const NO_SIGNS: ReturnType<typeof useCheckSigns>['signs'] = [];
const NO_VERDICTS: ReadonlyMap<never, never> = new Map<never, never>();

/**
 * Stands for the part that keys act on: from afar and out of view parts have no elements, and those
 * in view come and go with the camera.
 */
const CURSOR_ID = 'sheet-cursor';

/** The sheet of an open document. */
export function SheetSurface(shown: DrawnDocument) {
  const { document, drawn } = shown;
  const surface = useRef<HTMLDivElement>(null);
  const marquee = useRef<SVGRectElement>(null);
  const corner = useRef<HTMLDivElement>(null);
  const { scene, tree } = drawn;
  const { byId } = document;
  const selection = usePeerlane((state) => state.selection);
  const asked = usePeerlaneShallow(({ pair, results, explained }) => ({
    pair,
    results,
    explained,
  }));
  const look = useMemo(() => pairLook({ document, ...asked }), [document, asked]);
  const pairDrawing = usePairDrawing(drawn, document, look);
  // While the ways of a list are shown, those of the pair would only lie in between.
  const mapping = useMappingSheet(drawn, document);
  const isOfFlows = usePeerlane(flowsInSight);
  const lit = mapping?.drawing.lit ?? (isOfFlows ? null : pairDrawing.lit);
  const carried = useFlowsSheet(drawn, document);
  // What is lit has the sheet to itself: flows step back.
  const isFlowWeak = lit !== null;
  const overviewHeat = useMemo(
    () => carried && { paints: carried.heat.paints, isStale: carried.isStale || isFlowWeak },
    [carried, isFlowWeak],
  );
  const verdicts = look.kind === 'one' ? look.verdicts : NO_VERDICTS;
  const isStale = look.kind === 'one' && look.isStale;
  const hulls = useHulls(scene);
  const found = useCheckSigns(drawn);
  const nameOf = useCallback(
    (id: PartId) =>
      checkedName(pairedName(drawn.nameOf(id), id, tree.parts.get(id), look), id, found.signs),
    [drawn, tree, look, found],
  );
  const nameUnder = ({ part, link }: Under): string => {
    const ends = link && linkAbove(document.machine, byId, link);
    return ends && named.kind === 'there' ? named.part.linkName(ends) : nameOf(part);
  };

  const sheetCamera = useSheetCamera();
  const { camera, pilot } = sheetCamera;
  const seen = useRef<HTMLDivElement>(null);
  const heard = useRef<HTMLDivElement>(null);
  const frame = useFrame(camera);
  const written = useLater(frame);
  const heardFrame = useAtRest(frame, camera);
  const isAfar = frame.detail === 'overview';
  const named = useFetched(linkNames, isAfar);
  useTransform(camera, seen, 'seen');
  useTransform(camera, heard, 'heard');
  useFitting(surface, sheetCamera, {
    drawn,
    machine: document.machine,
    serial: document.serial,
    drawing: `${scene.drawing} ${scene.direction}`,
  });
  useCameraRequests(sheetCamera, drawn);
  useRevealedPair(surface, sheetCamera, look, pairDrawing.parts, corner);

  const flows = useLaterTool(() => new LaterFlowDrawer(sheetCamera), surface, shown);
  const flowTools = useSyncExternalStore(flows.subscribe, flows.there);
  const keys = useSheetKeys(drawn, document, pilot, flows);
  const carrier = useLaterTool(() => new LaterCarrier(sheetCamera), surface, shown);
  const carriage = useSyncExternalStore(carrier.subscribe, carrier.there);
  const pointing = usePointing(
    sheetCamera,
    shown,
    carrier,
    flows,
    { surface, marquee },
    isAfar ? NO_SIGNS : found.signs,
  );
  const gestures = useGestures(surface, sheetCamera, {
    ...pointing.actions,
    space: keys.space,
    escape: pointing.escape,
  });
  useEffect(() => {
    carrier.breakOff = () => gestures.current?.breakOff();
  }, [carrier, gestures]);

  const heatBands = useMemo(
    () =>
      carried && (
        <carried.part.HeatBands heat={carried.heat} isStale={carried.isStale} isWeak={isFlowWeak} />
      ),
    [carried, isFlowWeak],
  );

  const help = useId();
  const { cursor } = keys;
  const part = cursor === null ? undefined : tree.parts.get(cursor);
  const { carry } = keys.carried;
  const aimed = carry?.aim == null || carry.aim === 'sheet' ? null : rectOfPart(drawn, carry.aim);
  const ringed = aimed ?? part?.rect ?? null;
  return (
    <>
      <div className={styles.drawing} aria-hidden="true">
        <OverviewLayer
          camera={camera}
          isAfar={isAfar}
          drawn={drawn}
          selection={selection}
          lit={lit}
          verdicts={verdicts}
          isStale={isStale}
          hulls={hulls}
          heat={overviewHeat}
        />
        <div ref={seen} className={styles.layer}>
          <svg aria-hidden="true">
            <g>
              <g className={styles.near}>
                <path data-extent="" />
                <SceneLayer
                  frame={frame}
                  drawn={drawn}
                  selection={selection}
                  lit={lit}
                  verdicts={verdicts}
                  isStale={isStale}
                  heat={heatBands}
                />
                <g data-sized>
                  <HullLayer {...hulls} frame={frame} isWeak={lit !== null} />
                </g>
                <CheckLayer {...found} frame={frame} />
              </g>
              <MeantLink drawn={drawn} />
              <g data-sized>
                {carried && <carried.part.FlowLines {...carried} isWeak={isFlowWeak} />}
                {mapping ? (
                  <mapping.part.MappingLines drawing={mapping.drawing} />
                ) : (
                  !isOfFlows && <PathLayer look={look} drawing={pairDrawing} />
                )}
              </g>
            </g>
          </svg>
          <div>
            <div className={styles.texts}>
              <TextLayer
                frame={written}
                drawn={drawn}
                byId={byId}
                lit={lit}
                moved={carried?.heat.moved}
              />
              {carried && !isFlowWeak && (
                <carried.part.HeatTexts
                  frame={written}
                  heat={carried.heat}
                  isStale={carried.isStale}
                />
              )}
            </div>
          </div>
          <svg aria-hidden="true">
            <g data-sized>
              {carried && (
                <carried.part.FlowTags
                  camera={camera}
                  surface={surface}
                  {...carried}
                  isWeak={isFlowWeak}
                />
              )}
              {mapping ? (
                <mapping.part.MappingTags
                  camera={camera}
                  surface={surface}
                  drawing={mapping.drawing}
                />
              ) : (
                !isOfFlows && (
                  <TagLayer
                    camera={camera}
                    isAfar={isAfar}
                    drawn={drawn}
                    byId={byId}
                    look={look}
                    drawing={pairDrawing}
                  />
                )
              )}
            </g>
          </svg>
        </div>
        {carriage && (
          <carriage.part.CarryLayer
            carrier={carriage.tool}
            sheetCamera={sheetCamera}
            drawn={drawn}
          />
        )}
        {flowTools && (
          <flowTools.part.FlowDrawLayer
            drawer={flowTools.tool}
            sheetCamera={sheetCamera}
            drawn={drawn}
            document={document}
          />
        )}
        <svg className={styles.screen} aria-hidden="true">
          <rect ref={marquee} className={styles.marquee} />
        </svg>
        <PlayLayer
          surface={surface}
          sheetCamera={sheetCamera}
          document={document}
          drawn={drawn}
          lit={pairDrawing.parts}
        />
      </div>
      <div
        ref={surface}
        className={styles.surface}
        role="listbox"
        tabIndex={0}
        aria-label="The machine, drawn"
        aria-multiselectable="true"
        aria-activedescendant={part || carry ? CURSOR_ID : undefined}
        aria-describedby={help}
        onKeyDown={keys.onKeyDown}
        onFocus={keys.onFocus}
        data-drawing={scene.drawing}
      >
        <div ref={heard} className={styles.layer}>
          <svg role="presentation">
            <g>
              <OptionLayer
                frame={heardFrame}
                drawn={drawn}
                selection={selection}
                nameOf={nameOf}
                lit={lit}
              />
              <Ring rect={ringed} />
            </g>
          </svg>
        </div>
        {(part || carry) && (
          <div
            id={CURSOR_ID}
            className="unseen"
            role="option"
            tabIndex={-1}
            aria-selected={part !== undefined && selection.has(part.id)}
          >
            {carry || !part ? keys.carried.words : nameOf(part.id)}
          </div>
        )}
      </div>
      <p id={help} className="unseen">
        Arrow keys walk the tree, Enter selects, Shift with either adds to the selection. M moves
        what is selected: arrow keys then go along the places that take it, Enter drops it, Escape
        puts it back. P makes a function the provider, O the client; Space then plays what becomes
        of a request. W draws a flow from a device: arrow keys choose where it ends. The outline
        lists the same parts.
      </p>
      {isStale && (
        <p className={styles.updating} role="status">
          updating…
        </p>
      )}
      <HoverName
        camera={camera}
        isAfar={isAfar}
        surface={surface}
        pick={pointing.under}
        nameOf={nameUnder}
      />
      {carried && (
        <carried.part.LinkTip
          camera={camera}
          surface={surface}
          pick={pointing.under}
          scene={scene}
          {...carried}
        />
      )}
      {selection.size === 1 && (
        <Suspense>
          <PairBar camera={camera} document={document} drawn={drawn} />
        </Suspense>
      )}
      <WriteLayer surface={surface} sheetCamera={sheetCamera} document={document} drawn={drawn} />
      <BackToMachine camera={camera} pilot={pilot} scene={scene} index={drawn.index} />
      <div ref={corner} className={styles.corner}>
        {scene.boxes.length > MIN_BOXES && (
          <Suspense>
            <Minimap camera={camera} pilot={pilot} scene={scene} lit={lit} />
          </Suspense>
        )}
        {carried && !isFlowWeak && <carried.part.HeatLegend camera={camera} {...carried} />}
        <Controls camera={camera} />
      </div>
    </>
  );
}
