import type { DropPlace } from '../../build/carried.ts';
import type { Point, Rect } from '../../layout/scene.ts';
import { hand } from '../../parts/hand.ts';
import { partsNamed } from '../../store/partNamed.ts';
import { peerlane } from '../../store/peerlane.ts';
import type { Carry, OpenDocument, PartId } from '../../store/state.ts';
import type { CameraStore } from '../camera/CameraStore.ts';
import { toScene } from '../camera/camera.ts';
import type { SheetCamera } from '../camera/useSheetCamera.ts';
import { EdgePanner } from '../gestures/EdgePanner.ts';
import type { Device, Keys } from '../gestures/gestureTypes.ts';
import { around } from '../rects.ts';
import type { Drawn } from '../state/drawn.ts';
import { rectOfPart } from '../state/rectOfPart.ts';
import { aimAt } from './aimAt.ts';
import { type DropSpots, dropSpots, NO_SPOTS } from './dropSpots.ts';
import type { Lift } from './lift.ts';
import { matesOf } from './matesOf.ts';
import { type Nudge, nudged } from './nudge.ts';
import { whyFixed } from './whyFixed.ts';
import { homeFrames, whyNotThere } from './whyNotThere.ts';

/** How near a legal place draws the hand to it, in CSS pixels. */
const SNAP = 28;
const SNAP_TOUCH = 44;
/** Edges that are nearly in line are taken to be meant so, in CSS pixels. */
const IN_LINE = 6;
const PORTS_FROM = 0.5;

/** What was lifted on the sheet. */
export interface Lifted extends Lift {
  /** Where the hand took it, on the paper. */
  readonly from: Point;
  /** Around the parts themselves, without what is below them. */
  readonly rect: Rect;
  readonly isCopy: boolean;
  readonly words: string;
  /** Why it cannot be moved on the drawing; `null`: it can. */
  readonly whyFixed: string | null;
}

/** What React draws of the carrying; what moves with every frame is in `CarryFrame`. */
export interface CarryShown {
  readonly lifted: Lifted | null;
  /** The hand is over the sheet. */
  readonly isOver: boolean;
  /** Why what is only moved on the drawing cannot be moved to where the hand is. */
  readonly whyNot: string | null;
  readonly spots: DropSpots;
}

export interface CarryFrame {
  /** In the window, in CSS pixels. */
  readonly hand: Point;
  /** Where the sheet lies in the window. */
  readonly corner: Rect;
  /** Over bare paper: how far what was lifted will be moved on the drawing. */
  readonly nudge: Nudge | null;
  /** A pointer carries it, not keys. */
  readonly isHand: boolean;
}

/** The hand is a finger, as far as one can tell of a hand that comes from a panel. */
export function isCoarse(): boolean {
  return matchMedia('(pointer: coarse)').matches;
}

const NOTHING: CarryShown = { lifted: null, isOver: false, whyNot: null, spots: NO_SPOTS };

/**
 * Carries things over the sheet, whichever panel they come from: finds the place below the hand, and
 * drops what was lifted here. Lives outside of React: it follows the hand with every frame.
 */
export class Carrier {
  readonly #camera: CameraStore;
  readonly #edges: EdgePanner;
  readonly #listeners = new Set<() => void>();
  readonly #followers = new Set<(frame: CarryFrame | null) => void>();
  #surface: HTMLElement | null = null;
  #drawn: Drawn | null = null;
  #document: OpenDocument | null = null;
  #shown: CarryShown = NOTHING;
  #frame: CarryFrame | null = null;
  #device: Device = 'mouse';
  #keys: Keys = { shift: false, alt: false };
  #mates: readonly Rect[] = [];
  #selectedBefore: ReadonlySet<PartId> | null = null;
  #isDropping = false;
  /** Dropped once, copies are in the hand still: no button is down, and the next click drops. */
  #isLoose = false;
  /** Ends the gesture that carries: what it carried is gone. */
  breakOff: () => void = () => undefined;

  constructor({ camera, pilot }: SheetCamera) {
    this.#camera = camera;
    this.#edges = new EdgePanner(camera, pilot);
  }

  readonly shown = (): CarryShown => this.#shown;
  readonly subscribe = (listener: () => void): (() => void) => {
    this.#listeners.add(listener);
    return () => this.#listeners.delete(listener);
  };
  /** Is told with every move where things are; `null`: nothing is in the hand. */
  readonly follow = (follower: (frame: CarryFrame | null) => void): (() => void) => {
    this.#followers.add(follower);
    follower(this.#frame);
    return () => this.#followers.delete(follower);
  };

  /** Listens for as long as the sheet is there. */
  listen(surface: HTMLElement): () => void {
    this.#surface = surface;
    const stops = [
      hand.subscribe(() => this.#move()),
      this.#camera.subscribe(() => this.#move()),
      peerlane.subscribe((state, before) => {
        // Something was dropped: the sheet stays where that is seen.
        if (state.document?.machine !== before.document?.machine) this.#edges.forget();
        if (state.carry !== before.carry) this.#carryChanged(state.carry, before.carry);
      }),
    ];
    return () => {
      for (const stop of stops) stop();
      this.#edges.moveTo(null);
      this.#surface = null;
    };
  }

  show(drawn: Drawn, document: OpenDocument): void {
    if (this.#drawn === drawn && this.#document === document) return;
    const isChanged = this.#document?.machine !== document.machine;
    this.#drawn = drawn;
    this.#document = document;
    // What is in the hand may be gone, and is elsewhere at the least.
    if (isChanged && this.#shown.lifted && !this.#isLoose) this.breakOff();
    this.#findSpots(peerlane.getState().carry);
  }

  /** Takes up what is on the sheet. */
  lift(lift: Lift, from: Point, device: Device, keys: Keys): void {
    const drawn = this.#drawn;
    const document = this.#document;
    if (!drawn || !document) return;
    const rect = around(lift.parts.flatMap((part) => rectOfPart(drawn, part) ?? []));
    if (!rect) return;
    const { selection, actions } = peerlane.getState();
    const isCopy = keys.alt && lift.devices.length > 0;
    this.#device = device;
    this.#keys = keys;
    this.#mates = matesOf(drawn, lift.parts);
    this.#selectedBefore = null;
    if (!lift.parts.some((part) => selection.has(part)) && !selection.has(lift.part)) {
      this.#selectedBefore = selection;
      actions.select([lift.part]);
    }
    const whyNot = whyFixed(document.machine, lift.parts);
    const words = partsNamed(document.machine, lift.parts);
    const lifted = { ...lift, from, rect, isCopy, words, whyFixed: whyNot };
    this.#set({ ...this.#shown, lifted });
    if (isCopy) void this.#carryCopies(lift);
    else if (lift.devices.length > 0) {
      actions.carry({ kind: 'devices', devices: lift.devices }, 'pointer');
    }
  }

  /** What cuts parts out is fetched when it is first needed. */
  async #carryCopies({ devices }: Lift): Promise<void> {
    const { lifted } = this.#shown;
    const fetched = await import('../../build/cutOut.ts').catch(() => null);
    const { document, actions } = peerlane.getState();
    // Dropped or put back meanwhile.
    if (this.#shown.lifted !== lifted) return;
    const fragment = fetched && document && fetched.cutOut(document.machine, devices);
    if (fragment) actions.carry({ kind: 'copies', fragment }, 'pointer');
    else this.breakOff();
  }

  /** The hand that lifted something is there, in CSS pixels from the sheet's corner. */
  moveTo(at: Point, keys: Keys): void {
    this.#keys = keys;
    const corner = this.corner();
    if (this.#shown.lifted && corner) hand.moveTo({ x: corner.x + at.x, y: corner.y + at.y });
  }

  /** Lets go of what was lifted here. */
  drop(at: Point, keys: Keys): void {
    this.moveTo(at, keys);
    const { lifted, whyNot } = this.#shown;
    const nudge = this.#frame?.nudge ?? null;
    const { carry, actions } = peerlane.getState();
    if (!lifted) return;
    const target = carry?.aim == null ? null : carry.targets?.at(carry.aim);
    if (target && target.kind !== 'home') {
      const goesOn = keys.shift && lifted.isCopy && target.kind === 'legal';
      this.#selectedBefore = null;
      this.#isLoose = goesOn;
      this.#isDropping = true;
      const dropped = actions.drop(goesOn);
      this.#isDropping = false;
      if (goesOn) return;
      this.#end();
      void dropped.finally(() => {
        if (carry && peerlane.getState().carry?.what === carry.what) actions.putBack();
      });
      return;
    }
    this.#end();
    if (carry) actions.putBack();
    if (whyNot !== null) actions.notify('warning', whyNot);
    if (nudge === null || (nudge.x === 0 && nudge.y === 0)) return;
    if (lifted.whyFixed !== null) actions.refuse([lifted.whyFixed]);
    else actions.edit({ kind: 'nudge', parts: lifted.parts, dx: nudge.x, dy: nudge.y });
  }

  /**
   * A click aims what is carried by keys, and another one there drops it; what hangs on a hand that
   * has dropped it before is dropped by any.
   *
   * @returns false: nothing is carried, and the click means something else
   */
  click(at: Point, device: Device, shift: boolean): boolean {
    const { carry, actions } = peerlane.getState();
    if (!carry) return false;
    if (this.#isLoose) {
      this.drop(at, { shift, alt: false });
      return true;
    }
    this.#device = device;
    const aim = this.#aim(carry, toScene(this.#camera.camera, at));
    if (aim === null) return true;
    if (aim === carry.aim && carry.targets?.at(aim).kind === 'legal') void actions.drop();
    else actions.aim(aim);
    return true;
  }

  /** It goes back, and nothing has happened. */
  putBack(): void {
    const { lifted } = this.#shown;
    if (!lifted) return;
    const before = this.#selectedBefore;
    this.#end();
    const { carry, actions } = peerlane.getState();
    if (carry?.by === 'pointer') actions.putBack();
    if (before) actions.select([...before]);
  }

  #end(): void {
    this.#selectedBefore = null;
    this.#isLoose = false;
    this.#set({ ...this.#shown, lifted: null, whyNot: null });
    hand.moveTo(null);
  }

  #carryChanged(carry: Carry | null, before: Carry | null): void {
    if (carry?.targets !== before?.targets || carry?.what !== before?.what) this.#findSpots(carry);
    if (before === null) this.#edges.forget();
    // Put back from elsewhere, or gone with its document.
    if (carry === null && before?.by === 'pointer' && !this.#isDropping) {
      this.#edges.moveTo(null);
      this.#edges.giveBack();
      this.breakOff();
      this.putBack();
    }
    if (carry?.targets !== before?.targets) this.#move();
  }

  #findSpots(carry: Carry | null): void {
    const targets = carry?.targets ?? null;
    const spots = targets && this.#drawn ? dropSpots(this.#drawn, targets) : NO_SPOTS;
    if (spots !== this.#shown.spots) this.#set({ ...this.#shown, spots });
  }

  /** Where the sheet lies in the window. */
  corner(): Rect | null {
    return this.#surface?.getBoundingClientRect() ?? null;
  }

  /** The hand or the paper below it moved. */
  #move(): void {
    const at = hand.get();
    const corner = at && this.corner();
    const { carry, actions } = peerlane.getState();
    const { lifted } = this.#shown;
    const isCarried = carry?.by === 'pointer' || lifted !== null;
    if (!at || !corner || !isCarried) {
      this.#edges.moveTo(null);
      if (this.#shown.isOver) this.#set({ ...this.#shown, isOver: false });
      this.#tell(null);
      return;
    }
    const local = { x: at.x - corner.x, y: at.y - corner.y };
    const isOver =
      local.x >= 0 && local.y >= 0 && local.x <= corner.width && local.y <= corner.height;
    // Beside the sheet whoever lies there says what is aimed at; leaving it ends what was.
    const isHere = isOver || this.#shown.isOver;
    const scene = toScene(this.#camera.camera, local);
    const whyNot =
      isOver && lifted && this.#drawn ? whyNotThere(this.#drawn, lifted.parts, scene) : null;
    if (isOver !== this.#shown.isOver || whyNot !== this.#shown.whyNot) {
      this.#set({ ...this.#shown, isOver, whyNot });
    }
    const aim = isOver ? this.#aim(carry, scene) : null;
    if (carry && isHere && carry.aim !== aim) actions.aim(aim);
    const isOnPaper =
      isOver && lifted !== null && !lifted.isCopy && aim === null && whyNot === null;
    this.#tell({
      hand: at,
      corner,
      isHand: true,
      nudge:
        isOnPaper && (carry === null || carry.targets !== null) ? this.#nudge(lifted, scene) : null,
    });
    // Last: it moves the paper, and all this is done again.
    this.#edges.moveTo(isOver || lifted ? local : null);
  }

  #aim(carry: Carry | null, at: Point): DropPlace | null {
    const drawn = this.#drawn;
    if (!carry?.targets || !drawn) return null;
    const { k } = this.#camera.camera;
    const isTouch = this.#device === 'touch' || (!this.#shown.lifted && isCoarse());
    const snap = (isTouch ? SNAP_TOUCH : SNAP) / k;
    const reach = { snap, ports: k >= PORTS_FROM };
    const aim = aimAt(drawn, carry.targets, this.#shown.spots, at, reach);
    if (carry.what.kind === 'devices') {
      // The ground of its own frames is paper to what is there already.
      const isHome = aim !== null && homeFrames(drawn, carry.what.devices).has(aim);
      return isHome && carry.targets.at(aim).kind !== 'legal' ? null : aim;
    }
    if (aim !== null) return aim;
    return carry.targets.at('sheet').kind === 'home' ? null : 'sheet';
  }

  #nudge(lifted: Lifted, at: Point): Nudge {
    const way = { x: at.x - lifted.from.x, y: at.y - lifted.from.y };
    const reach = IN_LINE / this.#camera.camera.k;
    return nudged(lifted.rect, way, this.#mates, reach, this.#keys.alt);
  }

  #tell(frame: CarryFrame | null): void {
    this.#frame = frame;
    for (const follower of this.#followers) follower(frame);
  }

  #set(shown: CarryShown): void {
    this.#shown = shown;
    for (const listener of this.#listeners) listener();
  }
}
