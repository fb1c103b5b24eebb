import type { Point } from '../../layout/scene.ts';
import { fetchedOnce } from '../../parts/fetchedOnce.ts';
import { peerlane } from '../../store/peerlane.ts';
import type { PeerlaneState } from '../../store/state.ts';
import type { SheetCamera } from '../camera/useSheetCamera.ts';
import type { Device, Keys } from '../gestures/gestureTypes.ts';
import { LaterTool } from '../state/LaterTool.ts';
import type { Carrier } from './Carrier.ts';
import type { Lift } from './lift.ts';

const carriage = fetchedOnce(async () => {
  const [{ Carrier }, { CarryLayer }] = await Promise.all([
    import('./Carrier.ts'),
    import('./CarryLayer.tsx'),
  ]);
  return { Carrier, CarryLayer };
});

type Part = NonNullable<Awaited<ReturnType<typeof carriage.ask>>>;

/** Stands for the carrier until that is there: what is lifted meanwhile is in the hand as soon as it has come. */
export class LaterCarrier extends LaterTool<Carrier, Part> {
  /** What was lifted, and where the hand is by now. */
  #waiting: { readonly lift: Call; readonly last: Call } | null = null;
  /** Ends the gesture that carries: what it carried is gone. */
  breakOff: () => void = () => undefined;

  constructor(sheetCamera: SheetCamera) {
    super(carriage, sheetCamera);
  }

  protected make({ Carrier }: Part, sheetCamera: SheetCamera): Carrier {
    const carrier = new Carrier(sheetCamera);
    carrier.breakOff = () => this.breakOff();
    return carrier;
  }

  protected begun(carrier: Carrier): void {
    const waiting = this.#waiting;
    this.#waiting = null;
    waiting?.lift(carrier);
    waiting?.last(carrier);
  }

  protected isWanted({ carry }: PeerlaneState): boolean {
    return carry !== null;
  }

  protected notLoaded(): void {
    if (!this.#waiting) return;
    this.#waiting = null;
    this.breakOff();
    peerlane.getState().actions.notify('warning', NOT_LOADED);
  }

  /** Something of this sheet is in the hand. */
  isLifting(): boolean {
    return this.#waiting !== null || (this.tool?.shown().lifted ?? null) !== null;
  }

  /** Takes up what is on the sheet. */
  lift(lift: Lift, from: Point, device: Device, keys: Keys): void {
    const call: Call = (carrier) => carrier.lift(lift, from, device, keys);
    if (this.tool) call(this.tool);
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
    if (this.tool) return this.tool.click(at, device, shift);
    return peerlane.getState().carry !== null;
  }

  /** It goes back, and nothing has happened. */
  putBack(): void {
    this.#waiting = null;
    this.tool?.putBack();
  }

  #call(call: Call): void {
    if (this.tool) call(this.tool);
    else if (this.#waiting) this.#waiting = { ...this.#waiting, last: call };
  }
}

type Call = (carrier: Carrier) => void;

const NOT_LOADED = 'What moves parts could not be loaded. Try again when you are online.';
