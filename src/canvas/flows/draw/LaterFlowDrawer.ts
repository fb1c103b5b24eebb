import type { Point } from '../../../layout/scene.ts';
import { fetchedOnce } from '../../../parts/fetchedOnce.ts';
import { peerlane } from '../../../store/peerlane.ts';
import type { PartId, PeerlaneState } from '../../../store/state.ts';
import type { SheetCamera } from '../../camera/useSheetCamera.ts';
import { LaterTool } from '../../state/LaterTool.ts';
import type { FlowDrawer } from './FlowDrawer.ts';

const drawing = fetchedOnce(async () => {
  const [{ FlowDrawer }, { FlowDrawLayer }] = await Promise.all([
    import('./FlowDrawer.ts'),
    import('./FlowDrawLayer.tsx'),
  ]);
  return { FlowDrawer, FlowDrawLayer };
});

type Part = NonNullable<Awaited<ReturnType<typeof drawing.ask>>>;

/** Stands for what draws flows until that is there. */
export class LaterFlowDrawer extends LaterTool<FlowDrawer, Part> {
  #cursor: PartId | null = null;

  constructor(sheetCamera: SheetCamera) {
    super(drawing, sheetCamera);
  }

  protected make({ FlowDrawer }: Part, sheetCamera: SheetCamera): FlowDrawer {
    return new FlowDrawer(sheetCamera);
  }

  protected begun(drawer: FlowDrawer): void {
    drawer.keysAt(this.#cursor);
  }

  protected isWanted({ flowDrawing }: PeerlaneState): boolean {
    return flowDrawing !== null;
  }

  protected notLoaded(): void {
    const { flowDrawing, actions } = peerlane.getState();
    if (flowDrawing === null) return;
    actions.drawFlow(null);
    actions.notify('warning', NOT_LOADED);
  }

  keysAt(cursor: PartId | null): void {
    this.#cursor = cursor;
    this.tool?.keysAt(cursor);
  }

  isDrawing(): boolean {
    return peerlane.getState().flowDrawing !== null;
  }

  /** Whether pressing there and dragging draws a flow. */
  canBegin(at: Point, device: Parameters<FlowDrawer['canBegin']>[1]): boolean {
    return this.tool?.canBegin(at, device) ?? false;
  }

  /** What draws, while it is drawing by a hand that is down. */
  dragging(): FlowDrawer | null {
    return this.tool?.isDragging() ? this.tool : null;
  }

  /** @returns whether a flow began where the hand was pressed */
  begin(...hand: Parameters<FlowDrawer['begin']>): boolean {
    return this.tool?.canBegin(hand[0], hand[2]) ? this.tool.begin(...hand) : false;
  }

  cancel(): void {
    if (this.tool) this.tool.cancel();
    else peerlane.getState().actions.drawFlow(null);
  }
}

const NOT_LOADED = 'What draws flows could not be loaded. Try again when you are online.';
