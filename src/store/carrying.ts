import type { StoreApi } from 'zustand/vanilla';
import type { Carried, DropPlace, DropTargets } from '../build/carried.ts';
import type { EngineClient } from '../worker/engineClient.ts';
import type { Aiming } from './aiming.ts';
import { NOT_LOADED } from './building.ts';
import type { DocumentFlow } from './documentFlow.ts';
import { partsOf } from './focusAfter.ts';
import { makeChange } from './makeChange.ts';
import { partNamed } from './partNamed.ts';
import type { Placing } from './placing.ts';
import { problemWords } from './problemWords.ts';

import type { Carry, CarryMeans, OpenDocument, PartId, PeerlaneState } from './state.ts';

/**
 * Parts on their way to a place. Nothing of it is part of the document until they are dropped. What
 * knows places is fetched when something is first carried.
 */
export class Carrying {
  readonly #store: StoreApi<PeerlaneState>;
  readonly #flow: DocumentFlow;
  readonly #engine: EngineClient;
  /** Comes with what knows places. */
  #aiming: Aiming | null = null;
  #placing: Placing | null = null;
  #fetching: Promise<Placing | null> | null = null;
  /** Counts what was taken up: what was meant for an earlier one is left alone. */
  #turn = 0;
  #isDropping = false;

  constructor(store: StoreApi<PeerlaneState>, engine: EngineClient, flow: DocumentFlow) {
    this.#store = store;
    this.#flow = flow;
    this.#engine = engine;
    store.subscribe((state, before) => this.#follow(state, before));
  }

  carry(what: Carried, by: CarryMeans): void {
    const { document } = this.#store.getState();
    this.#end();
    if (!document || isNothing(what)) return;
    const turn = this.#turn;
    const words = firstWords(document, what);
    this.#set({ what, by, words, targets: null, aim: null, preview: null });
    if (this.#placing) this.#place(this.#placing, true);
    else
      void this.#fetch().then(
        (placing) => placing && turn === this.#turn && this.#place(placing, true),
      );
  }

  aim(place: DropPlace | null): void {
    const { carry } = this.#store.getState();
    if (!carry || carry.aim === place) return;
    this.#set({ ...carry, aim: place, preview: null });
    if (place === null) this.#aiming?.stop();
    else this.#aiming?.aim(place);
  }

  async drop(isAgain: boolean): Promise<void> {
    const turn = this.#turn;
    const placing = this.#placing ?? (await this.#fetch());
    const { carry, document, actions } = this.#store.getState();
    if (!placing || turn !== this.#turn || !document) return;
    if (!carry?.targets || carry.aim === null) return;
    const target = carry.targets.at(carry.aim);
    if (target.kind === 'home') {
      if (!isAgain) this.putBack();
      return;
    }
    if (target.kind === 'refused') {
      actions.refuse([problemWords(target.problem)]);
      return;
    }
    this.#aiming?.stop();
    if (!this.#change(placing, carry, target.drop) || turn !== this.#turn) return;
    if (isAgain) this.#place(placing, false);
    else this.#end();
  }

  putBack(): void {
    const { carry, actions } = this.#store.getState();
    if (!carry) return;
    this.#end();
    actions.announce(`${carry.words} put back.`);
  }

  /** Makes the drop one step; what arrived is selected. */
  #change(placing: Placing, { what }: Carry, drop: Parameters<typeof makeChange>[3]): boolean {
    const before = this.#store.getState().document?.machine;
    this.#isDropping = true;
    try {
      if (!makeChange(this.#store, this.#flow, placing.changedMachine, drop)) return false;
    } finally {
      this.#isDropping = false;
    }
    const after = this.#store.getState().document?.machine;
    if (!before || !after) return false;
    const arrived = what.kind === 'devices' ? what.devices : placing.arrivals(before, after);
    if (arrived.length > 0) {
      this.#store.setState({ selection: new Set(arrived), focus: arrived.at(0) ?? null });
    }
    return true;
  }

  /** Works out what places say, and what to call what is carried. */
  #place({ dropTargets, carriedWords }: Placing, isNew: boolean): void {
    const { carry, document, actions } = this.#store.getState();
    if (!carry || !document) return;
    const { what, aim, by } = carry;
    const words = carriedWords(document.machine, what);
    const targets = dropTargets(document.machine, what);
    this.#set({ ...carry, words, targets, preview: null });
    if (isNew && by === 'keys') actions.announce(takenWords(words, targets));
    if (aim !== null) this.#aiming?.aim(aim);
  }

  #fetch(): Promise<Placing | null> {
    this.#fetching ??= import('./placing.ts').then(
      ({ placing }) => {
        this.#placing = placing;
        this.#aiming = new placing.Aiming(this.#store, this.#engine);
        return placing;
      },
      () => {
        this.#fetching = null;
        this.#end();
        this.#store.getState().actions.notify('warning', NOT_LOADED);
        return null;
      },
    );
    return this.#fetching;
  }

  /** The document changed under the hand: places are asked anew; what is gone is not carried. */
  #follow(state: PeerlaneState, before: PeerlaneState): void {
    const { carry, document, renaming, noting } = state;
    const isOther = document?.serial !== before.document?.serial;
    const isChanged = document?.machine !== before.document?.machine;
    if (!isOther && !isChanged) {
      if (state.listing !== before.listing && carry?.aim) this.#aiming?.aim(carry.aim);
      return;
    }
    const stays = (part: PartId) =>
      !isOther && document !== null && partsOf(document.machine).has(part);
    if (renaming !== null && !stays(renaming)) this.#store.setState({ renaming: null });
    const noted = noting !== null && typeof noting === 'object' ? noting.link : noting;
    if (noted !== null && (noted === 'machine' ? isOther : !stays(noted))) {
      this.#store.setState({ noting: null });
    }
    if (!carry || this.#isDropping) return;
    const what = document && !isOther ? stillThere(document, carry.what) : null;
    if (!document || !what) {
      this.#end();
      return;
    }
    const isAimGone =
      carry.aim !== 'sheet' && carry.aim !== null && !partsOf(document.machine).has(carry.aim);
    this.#set({ ...carry, what, ...(isAimGone && { aim: null }), preview: null });
    this.#aiming?.stop();
    if (this.#placing) this.#place(this.#placing, false);
  }

  #set(carry: Carry | null): void {
    this.#store.setState({ carry });
  }

  #end(): void {
    this.#turn++;
    this.#aiming?.stop();
    if (this.#store.getState().carry) this.#set(null);
  }
}

function isNothing(what: Carried): boolean {
  return what.kind === 'devices'
    ? what.devices.length === 0
    : what.kind === 'part' && what.count < 1;
}

/** What of it the document still has; `null`: nothing. */
function stillThere({ byId }: OpenDocument, what: Carried): Carried | null {
  if (what.kind !== 'devices') return what;
  const devices = what.devices.filter((id) => byId.has(id));
  if (devices.length === 0) return null;
  return devices.length === what.devices.length ? what : { ...what, devices };
}

/** What can be said before the catalogue is there. */
function firstWords({ machine }: OpenDocument, what: Carried): string {
  switch (what.kind) {
    case 'part':
      return what.count === 1 ? what.part : `${what.count} × ${what.part}`;
    case 'devices': {
      const [only, ...others] = what.devices;
      const isOne = only !== undefined && others.length === 0;
      return isOne ? partNamed(machine, only) : `${what.devices.length} devices`;
    }
    case 'copies':
      return 'copies';
  }
}

function takenWords(words: string, { legal }: DropTargets): string {
  if (legal.length === 0) return `No place takes ${words}.`;
  const places = legal.length === 1 ? '1 place takes it' : `${legal.length} places take it`;
  return `Carrying ${words}: ${places}.`;
}
