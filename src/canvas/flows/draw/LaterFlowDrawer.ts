import type { Point } from '../../../layout/scene.ts';
import { fetchedOnce } from '../../../parts/fetchedOnce.ts';
import { peerlane } from '../../../store/peerlane.ts';
import type { OpenDocument, PartId } from '../../../store/state.ts';
import type { SheetCamera } from '../../camera/useSheetCamera.ts';
import type { Drawn } from '../../state/drawn.ts';
import type { FlowDrawer } from './FlowDrawer.ts';

const drawing = fetchedOnce(async () => {
  const [{ FlowDrawer }, { FlowDrawLayer }] = await Promise.all([
    import('./FlowDrawer.ts'),
    import('./FlowDrawLayer.tsx'),
  ]);
  return { FlowDrawer, FlowDrawLayer };
});

type Fetched = NonNullable<Awaited<ReturnType<typeof drawing.ask>>>;

/** What draws flows, and what shows that. */
export interface FlowTools {
  readonly drawer: FlowDrawer;
  readonly Layer: Fetched['FlowDrawLayer'];
}

/** Stands for what draws flows until that is there: the sheet is seen before any is drawn. */
export class LaterFlowDrawer {
  readonly #sheetCamera: SheetCamera;
  readonly #listeners = new Set<() => void>();
  #there: FlowTools | null = null;
  #surface: HTMLElement | null = null;
  #stop: (() => void) | null = null;
  #shown: readonly [Drawn, OpenDocument] | null = null;
  #cursor: PartId | null = null;

  constructor(sheetCamera: SheetCamera) {
    this.#sheetCamera = sheetCamera;
  }

  readonly there = (): FlowTools | null => this.#there;
  readonly subscribe = (listener: () => void): (() => void) => {
    this.#listeners.add(listener);
    return () => this.#listeners.delete(listener);
  };

  /** Asks for it; more than once does no harm. */
  readonly fetch = async (): Promise<void> => {
    if (this.#there) return;
    const part = await drawing.ask();
    if (this.#there) return;
    if (part) this.#begin(part);
    else if (peerlane.getState().flowDrawing !== null) {
      const { actions } = peerlane.getState();
      actions.drawFlow(null);
      actions.notify('warning', NOT_LOADED);
    }
  };

  #begin({ FlowDrawer, FlowDrawLayer }: Fetched): void {
    const drawer = new FlowDrawer(this.#sheetCamera);
    this.#there = { drawer, Layer: FlowDrawLayer };
    if (this.#shown) drawer.show(...this.#shown);
    drawer.keysAt(this.#cursor);
    if (this.#surface) this.#stop = drawer.listen(this.#surface);
    for (const listener of this.#listeners) listener();
  }

  /** Listens for as long as the sheet is there. */
  listen(surface: HTMLElement): () => void {
    this.#surface = surface;
    this.#stop = this.#there?.drawer.listen(surface) ?? null;
    const stopAsking = peerlane.subscribe(({ flowDrawing }) => {
      if (flowDrawing !== null) void this.fetch();
    });
    return () => {
      stopAsking();
      this.#stop?.();
      this.#stop = null;
      this.#surface = null;
    };
  }

  show(drawn: Drawn, document: OpenDocument): void {
    this.#shown = [drawn, document];
    this.#there?.drawer.show(drawn, document);
  }

  keysAt(cursor: PartId | null): void {
    this.#cursor = cursor;
    this.#there?.drawer.keysAt(cursor);
  }

  isDrawing(): boolean {
    return peerlane.getState().flowDrawing !== null;
  }

  /** Whether pressing there and dragging draws a flow. */
  canBegin(at: Point, device: Parameters<FlowDrawer['canBegin']>[1]): boolean {
    return this.#there?.drawer.canBegin(at, device) ?? false;
  }

  /** What draws, while it is drawing by a hand that is down. */
  dragging(): FlowDrawer | null {
    const drawer = this.#there?.drawer;
    return drawer?.isDragging() ? drawer : null;
  }

  /** @returns whether a flow began where the hand was pressed */
  begin(...hand: Parameters<FlowDrawer['begin']>): boolean {
    const drawer = this.#there?.drawer;
    return drawer?.canBegin(hand[0], hand[2]) ? drawer.begin(...hand) : false;
  }

  cancel(): void {
    if (this.#there) this.#there.drawer.cancel();
    else peerlane.getState().actions.drawFlow(null);
  }

  get drawer(): FlowDrawer | null {
    return this.#there?.drawer ?? null;
  }
}

const NOT_LOADED = 'What draws flows could not be loaded. Try again when you are online.';
