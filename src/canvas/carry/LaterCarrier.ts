import type { Point } from '../../layout/scene.ts';
import { fetchedOnce } from '../../parts/fetchedOnce.ts';
import { peerlane } from '../../store/peerlane.ts';
import type { OpenDocument } from '../../store/state.ts';
import type { SheetCamera } from '../camera/useSheetCamera.ts';
import type { Device, Keys } from '../gestures/gestureTypes.ts';
import type { Drawn } from '../state/drawn.ts';
import type { Carrier } from './Carrier.ts';
import type { Lift } from './lift.ts';

const carriage = fetchedOnce(async () => {
  const [{ Carrier }, { CarryLayer }] = await Promise.all([
    import('./Carrier.ts'),
    import('./CarryLayer.tsx'),
  ]);
  return { Carrier, CarryLayer };
});

/** What carries, and what draws it. */
export interface Carriage {
  readonly carrier: Carrier;
  readonly Layer: NonNullable<Awaited<ReturnType<typeof carriage.ask>>>['CarryLayer'];
}

/**
 * Stands for the carrier until that is there: the sheet is seen before anything is carried. What is
 * lifted meanwhile is in the hand as soon as it has come.
 */
export class LaterCarrier {
  readonly #sheetCamera: SheetCamera;
  readonly #listeners = new Set<() => void>();
  #there: Carriage | null = null;
  #surface: HTMLElement | null = null;
  #stop: (() => void) | null = null;
  #shown: readonly [Drawn, OpenDocument] | null = null;
  /** What was lifted, and where the hand is by now. */
  #waiting: { readonly lift: Call; readonly last: Call } | null = null;
  /** Ends the gesture that carries: what it carried is gone. */
  breakOff: () => void = () => undefined;

  constructor(sheetCamera: SheetCamera) {
    this.#sheetCamera = sheetCamera;
  }

  readonly there = (): Carriage | null => this.#there;
  readonly subscribe = (listener: () => void): (() => void) => {
    this.#listeners.add(listener);
    return () => this.#listeners.delete(listener);
  };

  /** Asks for what carries; more than once does no harm. */
  readonly fetch = async (): Promise<void> => {
    if (this.#there) return;
    const part = await carriage.ask();
    if (this.#there) return;
    if (part) this.#begin(part);
    else if (this.#waiting) {
      this.#waiting = null;
      this.breakOff();
      peerlane.getState().actions.notify('warning', NOT_LOADED);
    }
  };

  #begin({ Carrier, CarryLayer }: NonNullable<Awaited<ReturnType<typeof carriage.ask>>>): void {
    const carrier = new Carrier(this.#sheetCamera);
    carrier.breakOff = () => this.breakOff();
    this.#there = { carrier, Layer: CarryLayer };
    if (this.#shown) carrier.show(...this.#shown);
    if (this.#surface) this.#stop = carrier.listen(this.#surface);
    for (const listener of this.#listeners) listener();
    const waiting = this.#waiting;
    this.#waiting = null;
    waiting?.lift(carrier);
    waiting?.last(carrier);
  }

  /** Listens for as long as the sheet is there. */
  listen(surface: HTMLElement): () => void {
    this.#surface = surface;
    this.#stop = this.#there?.carrier.listen(surface) ?? null;
    const stopAsking = peerlane.subscribe(({ carry }) => {
      if (carry !== null) void this.fetch();
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
    this.#there?.carrier.show(drawn, document);
  }

  /** Something of this sheet is in the hand. */
  isLifting(): boolean {
    return this.#waiting !== null || (this.#there?.carrier.shown().lifted ?? null) !== null;
  }

  /** Takes up what is on the sheet. */
  lift(lift: Lift, from: Point, device: Device, keys: Keys): void {
    const call: Call = (carrier) => carrier.lift(lift, from, device, keys);
    if (this.#there) call(this.#there.carrier);
    else {
      this.#waiting = { lift: call, last: () => undefined };
      void this.fetch();
    }
  }

  /** The hand that lifted something is there, in CSS pixels from the sheet's corner. */
  moveTo(at: Point, keys: Keys): void {
    this.#call((carrier) => carrier.moveTo(at, keys));
  }

  /** Lets go of what was lifted here. */
  drop(at: Point, keys: Keys): void {
    this.#call((carrier) => carrier.drop(at, keys));
  }

  /** @returns false: nothing is carried, and the click means something else */
  click(at: Point, device: Device, shift: boolean): boolean {
    if (this.#there) return this.#there.carrier.click(at, device, shift);
    return peerlane.getState().carry !== null;
  }

  /** It goes back, and nothing has happened. */
  putBack(): void {
    this.#waiting = null;
    this.#there?.carrier.putBack();
  }

  #call(call: Call): void {
    if (this.#there) call(this.#there.carrier);
    else if (this.#waiting) this.#waiting = { ...this.#waiting, last: call };
  }
}

type Call = (carrier: Carrier) => void;

const NOT_LOADED = 'What moves parts could not be loaded. Try again when you are online.';
