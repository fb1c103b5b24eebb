import type { Point, Rect } from '../../layout/scene.ts';

export interface Keys {
  readonly shift: boolean;
  readonly alt: boolean;
}

export type Device = 'mouse' | 'touch' | 'pen';

/** What fingers, mouse, pen and the page do. Points are CSS pixels from the sheet's corner. */
export type GestureInput =
  | {
      readonly kind: 'down';
      readonly pointer: number;
      readonly device: Device;
      readonly button: number;
      readonly at: Point;
      /** Whether something lies there that can be lifted. */
      readonly on: PressedOn;
      readonly keys: Keys;
    }
  | { readonly kind: 'move'; readonly pointer: number; readonly at: Point; readonly keys: Keys }
  | { readonly kind: 'up'; readonly pointer: number; readonly at: Point; readonly keys: Keys }
  /** The system took the pointer away. */
  | { readonly kind: 'lost'; readonly pointer: number }
  /** A finger has rested for LONG_PRESS_MS. */
  | { readonly kind: 'rested' }
  | { readonly kind: 'space-down' }
  | { readonly kind: 'space-up' }
  /** The context menu is asked for while a button is down, as it is on Linux and macOS. */
  | { readonly kind: 'menu' }
  /** The camera moved: where the gesture began is elsewhere in the window now. */
  | { readonly kind: 'slid'; readonly from: Point }
  /** A second button, another window, or what was carried is gone: it ends and nothing has happened. */
  | { readonly kind: 'broken-off' }
  | { readonly kind: 'escape' };

/** What to do about it. */
export type GestureEffect =
  /** A move of the camera may begin: it is kept, in case the gesture is cancelled. */
  | { readonly kind: 'grab' }
  | { readonly kind: 'pan'; readonly by: Point }
  | { readonly kind: 'zoom'; readonly at: Point; readonly factor: number }
  /** Puts the camera back to where it was grabbed. */
  | { readonly kind: 'let-go' }
  /** Shows the marquee, or takes it away. */
  | { readonly kind: 'marquee'; readonly rect: Rect | null; readonly whole: boolean }
  | {
      readonly kind: 'take';
      readonly rect: Rect;
      readonly whole: boolean;
      readonly how: 'replace' | 'add';
    }
  | {
      readonly kind: 'click';
      readonly at: Point;
      readonly how: 'replace' | 'toggle';
      readonly device: Device;
    }
  /** Starts waiting for a finger to have rested, or stops that. */
  | { readonly kind: 'wait'; readonly on: boolean }
  /** A finger has rested here and may lift what is below it, or does so no longer. */
  | { readonly kind: 'hold'; readonly at: Point | null }
  /** Takes up what was pressed on at `from`; the hand is at `at` by now. */
  | {
      readonly kind: 'lift';
      readonly from: Point;
      readonly at: Point;
      readonly device: Device;
      readonly keys: Keys;
    }
  | { readonly kind: 'carry'; readonly at: Point; readonly keys: Keys }
  | { readonly kind: 'drop'; readonly at: Point; readonly keys: Keys }
  /** What was lifted goes back, and nothing has happened. */
  | { readonly kind: 'put-back' }
  | { readonly kind: 'menu'; readonly at: Point }
  /** The space bar was pressed and nothing dragged. */
  | { readonly kind: 'space' }
  /** Nothing was under way. */
  | { readonly kind: 'escape' };

export interface Touching {
  readonly pointer: number;
  readonly at: Point;
}

export type Doing =
  | { readonly kind: 'nothing' }
  /** A button or finger is down and has not moved yet. */
  | {
      readonly kind: 'pressed';
      readonly pointer: number;
      readonly device: Device;
      readonly from: Point;
      readonly on: PressedOn;
      readonly leadsTo: 'marquee' | 'lift' | 'pan';
      readonly button: number;
      readonly menuAsked: boolean;
    }
  /** A finger has rested: released it asks for the menu, moved it lifts or frames. */
  | {
      readonly kind: 'held';
      readonly pointer: number;
      readonly from: Point;
      readonly on: PressedOn;
    }
  | {
      readonly kind: 'marquee';
      readonly pointer: number;
      readonly from: Point;
      readonly to: Point;
      readonly keys: Keys;
    }
  /** Something was lifted; a second finger moves the paper below it. */
  | {
      readonly kind: 'carry';
      readonly pointer: number;
      readonly at: Point;
      readonly other: Touching | null;
    }
  | { readonly kind: 'pan'; readonly pointer: number; readonly last: Point }
  | { readonly kind: 'pinch'; readonly first: Touching; readonly second: Touching }
  /** Cancelled or done: what is still down has no say any more. */
  | { readonly kind: 'spent'; readonly pointers: ReadonlySet<number> };

/** `handle`: what a finger drags at once, too, without having rested. */
export type PressedOn = 'part' | 'paper' | 'handle';

export interface GestureState {
  readonly doing: Doing;
  /** `used`: something was dragged meanwhile, so its release means nothing. */
  readonly space: 'up' | 'down' | 'used';
}

export interface Step {
  readonly state: GestureState;
  readonly effects: readonly GestureEffect[];
}
