import type { Point, Rect } from '../../../layout/scene.ts';
import type { FlowEnd } from '../../../model/workload.ts';
import type { FlowDrawing } from '../../../store/flowsView.ts';
import { peerlane } from '../../../store/peerlane.ts';
import type { OpenDocument, PartId } from '../../../store/state.ts';
import type { SheetCamera } from '../../camera/useSheetCamera.ts';
import { EdgePanner } from '../../gestures/EdgePanner.ts';
import type { Device, Keys } from '../../gestures/gestureTypes.ts';
import type { Drawn } from '../../state/drawn.ts';
import { rectOfPart } from '../../state/rectOfPart.ts';
import { addDrawnFlow } from './addDrawnFlow.ts';
import { endUnder } from './endUnder.ts';
import { endWords, type FoundEnd, foundEnd, partOfEnd } from './flowEnds.ts';
import { flowHandle, isOnHandle } from './flowHandle.ts';
import { type MeantFlow, meantFlow } from './meantFlow.ts';

/** What React draws of it; what moves with the hand is in `FlowHand`. */
export interface FlowShown {
  /** The device that has a handle just now. */
  readonly handle: PartId | null;
  /** Where the flow begins, on the sheet. */
  readonly from: Rect | null;
  /** What is below the hand or the keys. */
  readonly over: FoundEnd | null;
  readonly meant: MeantFlow | null;
}

/** In CSS pixels from the sheet's corner; `null`: no hand is there. */
export type FlowHand = Point | null;

const NOTHING: FlowShown = { handle: null, from: null, over: null, meant: null };

/**
 * Draws flows on the sheet: from a device's handle, or between any two ends while the store says that one
 * is being drawn. Lives outside of React: it follows the hand with every frame.
 */
export class FlowDrawer {
  readonly #sheet: SheetCamera;
  readonly #edges: EdgePanner;
  readonly #listeners = new Set<() => void>();
  readonly #followers = new Set<(hand: FlowHand) => void>();
  #drawn: Drawn | null = null;
  #document: OpenDocument | null = null;
  #shown: FlowShown = NOTHING;
  #hand: FlowHand = null;
  #device: Device = 'mouse';
  /** A button or finger is down, and the flow ends where it is let go. */
  #isDragged = false;
  #hovered: PartId | null = null;
  #cursor: PartId | null = null;
  /** The part that it begins at; of memory the frame that was pressed. */
  #begin: PartId | null = null;

  constructor(sheet: SheetCamera) {
    this.#sheet = sheet;
    this.#edges = new EdgePanner(sheet.camera, sheet.pilot);
  }

  readonly shown = (): FlowShown => this.#shown;
  readonly subscribe = (listener: () => void): (() => void) => {
    this.#listeners.add(listener);
    return () => this.#listeners.delete(listener);
  };
  readonly follow = (follower: (hand: FlowHand) => void): (() => void) => {
    this.#followers.add(follower);
    follower(this.#hand);
    return () => this.#followers.delete(follower);
  };

  /** Listens for as long as the sheet is there. */
  listen(surface: HTMLElement): () => void {
    const ending = new AbortController();
    const { signal } = ending;
    const shift = (event: KeyboardEvent) => {
      const { flowDrawing, actions } = peerlane.getState();
      if (!flowDrawing) return;
      if (event.key === 'Shift')
        actions.drawFlow({ ...flowDrawing, isBack: event.type === 'keydown' });
      // Begun elsewhere, the key may be pressed there.
      else if (event.key === 'Escape' && event.type === 'keydown' && event.target !== surface) {
        event.preventDefault();
        event.stopPropagation();
        this.cancel();
      }
    };
    window.addEventListener('keydown', shift, { signal, capture: true });
    window.addEventListener('keyup', shift, { signal, capture: true });
    surface.addEventListener('pointerleave', () => this.#leave(), { signal });
    const stops = [
      this.#sheet.camera.subscribe(() => this.#handMoved()),
      peerlane.subscribe((state, before) => {
        if (state.flowDrawing !== before.flowDrawing) {
          this.#changed(state.flowDrawing, before.flowDrawing, surface);
        } else if (state.selection !== before.selection || state.carry !== before.carry) {
          this.#look();
        }
      }),
    ];
    const { flowDrawing } = peerlane.getState();
    if (flowDrawing) this.#changed(flowDrawing, null, surface);
    return () => {
      ending.abort();
      for (const stop of stops) stop();
      this.#edges.moveTo(null);
    };
  }

  show(drawn: Drawn, document: OpenDocument): void {
    const isOther = this.#document !== null && this.#document.serial !== document.serial;
    this.#drawn = drawn;
    this.#document = document;
    const { flowDrawing } = peerlane.getState();
    const isGone =
      flowDrawing?.from?.kind === 'function' && !document.byId.has(flowDrawing.from.id);
    if (flowDrawing && (isOther || isGone)) this.cancel();
    else this.#look();
  }

  /** Whether pressing there and dragging draws a flow. A finger moves the paper beside devices. */
  canBegin(at: Point, device: Device): boolean {
    if (this.#handleAt(at, device) !== null) return true;
    if (peerlane.getState().flowDrawing === null) return false;
    const found = this.#find(at, device);
    return found?.kind === 'end' && (device !== 'touch' || found.end.kind === 'function');
  }

  isDrawing(): boolean {
    return peerlane.getState().flowDrawing !== null;
  }

  /** Begins where the hand was pressed. */
  begin(from: Point, at: Point, device: Device, keys: Keys): boolean {
    const handle = this.#handleAt(from, device);
    const found = handle ?? this.#find(from, device);
    if (found?.kind !== 'end') return false;
    this.#isDragged = true;
    this.#device = device;
    this.#start(found.part, found.end, 'pointer', keys.shift);
    this.moveTo(at);
    return true;
  }

  isDragging(): boolean {
    return this.#isDragged;
  }

  moveTo(at: Point): void {
    this.#hand = at;
    this.#handMoved();
    this.#edges.moveTo(this.#isDragged ? at : null);
  }

  /** Lets go: the flow is there, or nothing has happened. */
  drop(at: Point, keys: Keys): void {
    if (!this.#isDragged) return;
    this.moveTo(at);
    this.#stopDragging();
    this.#edges.forget();
    const { flowDrawing, actions } = peerlane.getState();
    if (!flowDrawing) return;
    const { over, meant } = this.#shown;
    if (meant?.kind === 'flow') {
      addDrawnFlow(keys.shift);
      return;
    }
    const isHome = over !== null && over.part === this.#begin;
    this.cancel();
    const why = over?.kind === 'none' ? over.why : meant?.kind === 'none' ? meant.why : null;
    if (why !== null && !isHome) actions.notify('warning', why);
  }

  /** @returns false: no flow is drawn, and the click means something else */
  click(at: Point, device: Device, shift: boolean): boolean {
    const handle = this.#handleAt(at, device);
    const { flowDrawing, actions } = peerlane.getState();
    if (handle?.kind === 'end' && flowDrawing?.from == null) {
      this.#start(handle.part, handle.end, 'pointer', shift);
      return true;
    }
    if (!flowDrawing) return false;
    this.#device = device;
    this.#hand = at;
    const found = this.#find(at, device);
    if (flowDrawing.from === null) {
      if (found?.kind === 'end') this.#start(found.part, found.end, 'pointer', shift);
      else if (found) actions.notify('warning', found.why);
      return true;
    }
    this.#aim(found);
    if (this.#shown.meant?.kind === 'flow') addDrawnFlow(shift);
    return true;
  }

  /** Nothing is pressed, and the pointer is there. */
  hover(at: Point | null, device: Device): boolean {
    this.#device = device;
    if (this.isDrawing()) {
      if (at !== null) this.moveTo(at);
      return at !== null;
    }
    if (at === null || device === 'touch') return false;
    if (this.#handleAt(at, device) !== null) return true;
    const found = this.#find(at, device);
    this.#hovered = found?.kind === 'end' && found.end.kind === 'function' ? found.part : null;
    this.#look();
    return false;
  }

  #leave(): void {
    if (this.isDrawing() || this.#hovered === null) return;
    this.#hovered = null;
    this.#look();
  }

  /** The part that keys act on: the aim follows it. */
  keysAt(cursor: PartId | null): void {
    if (this.#cursor === cursor) return;
    this.#cursor = cursor;
    const { flowDrawing } = peerlane.getState();
    if (flowDrawing?.by === 'keys' && flowDrawing.from !== null) this.#aimByKeys(flowDrawing);
  }

  /** @returns whether Enter was meant for the flow that is drawn */
  enter(shift: boolean): boolean {
    const { flowDrawing, actions } = peerlane.getState();
    if (!flowDrawing) return false;
    const found = this.#cursor === null ? null : this.#endOf(this.#cursor);
    if (flowDrawing.from === null) {
      if (found?.kind === 'end') this.#start(found.part, found.end, 'keys', false);
      else if (found) actions.announce(found.why);
      return true;
    }
    if (flowDrawing.by === 'pointer') {
      actions.drawFlow({ ...flowDrawing, by: 'keys' });
      this.#aimByKeys({ ...flowDrawing, by: 'keys' });
    }
    if (this.#shown.meant?.kind === 'flow') addDrawnFlow(shift);
    else if (this.#shown.meant) actions.announce(this.#shown.meant.why);
    else if (this.#shown.over?.kind === 'none') actions.announce(this.#shown.over.why);
    return true;
  }

  cancel(): void {
    this.#stopDragging();
    this.#edges.giveBack();
    const { flowDrawing, actions } = peerlane.getState();
    if (!flowDrawing) return;
    actions.drawFlow(null);
    actions.announce('No flow drawn.');
  }

  #start(part: PartId, end: FlowEnd, by: FlowDrawing['by'], isBack: boolean): void {
    this.#begin = part;
    peerlane.getState().actions.drawFlow({ from: end, aim: null, by, isBack });
  }

  #stopDragging(): void {
    this.#isDragged = false;
    this.#edges.moveTo(null);
  }

  #changed(now: FlowDrawing | null, before: FlowDrawing | null, surface: HTMLElement): void {
    if (now === null) {
      this.#hand = null;
      this.#begin = null;
      this.#stopDragging();
    } else if (before === null) {
      this.#edges.forget();
      if (now.from === null) {
        surface.focus({ preventScroll: true });
        const at = now.by === 'keys' && this.#cursor !== null ? this.#endOf(this.#cursor) : null;
        if (at?.kind === 'end') {
          this.#start(at.part, at.end, 'keys', false);
          return;
        }
        peerlane.getState().actions.announce(CHOOSE);
      } else if (now.by === 'keys') {
        surface.focus({ preventScroll: true });
      }
    }
    this.#look();
    if (now?.by === 'keys' && now.from !== null && before?.from == null) {
      const { machine } = peerlane.getState().document ?? {};
      if (machine) {
        const name = endWords(machine, now.from);
        peerlane
          .getState()
          .actions.announce(
            `A flow from ${name}: arrow keys choose where it ends, Enter ends it, Escape gives up.`,
          );
      }
    }
    this.#tell();
  }

  #aimByKeys(drawing: FlowDrawing): void {
    const found = this.#cursor === null ? null : this.#endOf(this.#cursor);
    this.#hand = null;
    this.#aim(found, drawing);
    this.#tell();
    const { meant, over } = this.#shown;
    const said = meant?.kind === 'flow' ? `${meant.words}?` : (meant?.why ?? null);
    const words = said ?? (over?.kind === 'none' ? over.why : null);
    if (words !== null) peerlane.getState().actions.announce(words);
  }

  #aim(found: FoundEnd | null, before?: FlowDrawing): void {
    const { flowDrawing, actions } = peerlane.getState();
    const drawing = before ?? flowDrawing;
    if (!drawing) return;
    const aim = found?.kind === 'end' ? found.end : null;
    const isSame = JSON.stringify(aim) === JSON.stringify(drawing.aim);
    this.#set({ ...this.#shown, over: found });
    if (!isSame) actions.drawFlow({ ...drawing, aim });
    else this.#look();
  }

  #handMoved(): void {
    const hand = this.#hand;
    const { flowDrawing } = peerlane.getState();
    if (flowDrawing && hand !== null) {
      const found = this.#find(hand, this.#device);
      if (found?.part !== this.#shown.over?.part) this.#aim(found);
    }
    this.#tell();
  }

  /** What is shown, of what the store has now. */
  #look(): void {
    const { flowDrawing, selection, carry, play, renaming, noting } = peerlane.getState();
    const isBusy = carry !== null || play !== null || renaming !== null || noting !== null;
    const drawn = this.#drawn;
    const document = this.#document;
    if (!drawn || !document) return;
    if (flowDrawing === null) {
      const [only] = selection.size === 1 ? selection : [];
      const selected = only === undefined ? null : this.#endOf(only);
      const isDevice = selected?.kind === 'end' && selected.end.kind === 'function';
      const wanted = this.#hovered ?? (isDevice ? selected.part : null);
      const handle = !isBusy && wanted !== null && flowHandle(drawn, wanted) ? wanted : null;
      this.#set({ ...NOTHING, handle });
      return;
    }
    const { from, aim, isBack = false } = flowDrawing;
    const part = this.#begin ?? (from && partOfEnd(from));
    this.#set({
      handle: null,
      from: part === null ? null : rectOfPart(drawn, part),
      over: this.#shown.over,
      meant: from && aim ? meantFlow(document.machine, from, aim, isBack) : null,
    });
  }

  #find(at: Point, device: Device): FoundEnd | null {
    const { camera } = this.#sheet.camera;
    return this.#drawn && this.#document
      ? endUnder(this.#drawn, this.#document, camera, at, device)
      : null;
  }

  #endOf(part: PartId): FoundEnd | null {
    return this.#document && foundEnd(this.#document, part);
  }

  #handleAt(at: Point, device: Device): FoundEnd | null {
    const { handle } = this.#shown;
    const drawn = this.#drawn;
    if (handle === null || !drawn) return null;
    return isOnHandle(drawn, handle, this.#sheet.camera.camera, at, device)
      ? this.#endOf(handle)
      : null;
  }

  #tell(): void {
    for (const follower of this.#followers) follower(this.#hand);
  }

  #set(shown: FlowShown): void {
    const before = this.#shown;
    const isSame =
      before.handle === shown.handle &&
      before.from === shown.from &&
      before.over === shown.over &&
      before.meant === shown.meant;
    if (isSame) return;
    this.#shown = shown;
    for (const listener of this.#listeners) listener();
  }
}

const CHOOSE =
  'Choose where the flow begins: a device, or a host bridge for its memory. Arrow keys, then Enter; Escape gives up.';
