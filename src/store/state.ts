import type { Problem } from '../base/problem.ts';
import type { Carried, DropPlace, DropTargets } from '../build/carried.ts';
import type { Change } from '../build/change.ts';
import type { FunctionId } from '../model/ids.ts';
import type { Machine } from '../model/machine.ts';
import type { PciFunction } from '../model/pciFunction.ts';
import type { Settings } from '../model/settings.ts';
import type { SketchProblem } from '../sketch/sketch.ts';
import type { EngineHealth } from '../worker/engineClient.ts';
import type { Listing, Preview, Progress } from '../worker/protocol.ts';
import type { ComparedPair, ExplainedPair, Isolated, Results } from './answers.ts';
import type { Edit, Gesture, PartId } from './edit.ts';
import type { FileHandle } from './fileSaver.ts';
import type { CurvesAnswer, FlowDrawing, FlowsView, ThroughputAnswer } from './flowsView.ts';
import type { MappedList, MappingView } from './mappingView.ts';
import type { SeveralAnswer } from './severalView.ts';
import type { StartingPointId } from './startingPoints.ts';

/** Anything that can be selected. */
export type { PartId } from './edit.ts';

/** Where a document came from. */
export interface Origin {
  /** A file's name, `pasted text`, `the example`, `the template “…”`. */
  readonly source: string;
  /** The format it was read from: `lspci`, `document`. */
  readonly format: string;
  /** What its reader remarked. */
  readonly problems: readonly Problem[];
  /** The settings as they were read, for going back to them. */
  readonly settings: Settings;
}

/** The one document that is open. */
export interface OpenDocument {
  /** Of this document in the browser's storage. */
  readonly key: string;
  readonly machine: Machine;
  readonly origin: Origin;
  /** Counts the states that this page has seen, over all documents: results carry it. */
  readonly revision: number;
  /** Counts documents opened: views that keep something of one start afresh with the next. */
  readonly serial: number;
  /** Of the history: undo and redo come back to the same number, an edit makes a new one. */
  readonly moment: number;
  /** For looking things up; made anew with each machine. */
  readonly byId: ReadonlyMap<FunctionId, PciFunction>;
  /** What to call each function; lags behind by one answer after an id was changed. */
  readonly titles: ReadonlyMap<FunctionId, string>;
}

/** One step of the history, for menus and announcements. */
export interface StepWords {
  readonly title: string;
}

/** The pair that is asked about; either end may still be open. */
export interface ChosenPair {
  readonly provider: FunctionId | null;
  readonly client: FunctionId | null;
}

/** A document that was replaced or whose tab was closed, as a list shows it. */
export interface EarlierDocument {
  /** For `restoreEarlier`. */
  readonly key: string;
  readonly name: string;
  /** Milliseconds since 1970; 0 when that is not known. */
  readonly savedAt: number;
  readonly functions: number | null;
}

/** A machine that was looked at and not opened. */
export interface Glimpse {
  readonly machine: Machine;
  /** What to call each function, in the machine's order. */
  readonly titles: readonly string[];
}

/** A request of the chosen pair that is played on the sheet, hop by hop. */
export interface Play {
  readonly operation: 'write' | 'read';
  /** Of the chosen pair, or of an output of the mapped list by its index. */
  readonly of: 'pair' | { readonly output: number };
  /** Index into the walk's hops: where the packet stands, with the decision taken there. */
  readonly hop: number;
  readonly isRunning: boolean;
  /** Hops are held this many times shorter: 0.25 to 4. */
  readonly speed: number;
}

/** How something is carried: what follows the hand differs, what it does is the same. */
export type CarryMeans = 'pointer' | 'keys';

/** Parts on their way to a place. It ends with a drop, with Escape, and with another document. */
export interface Carry {
  readonly what: Carried;
  readonly by: CarryMeans;
  /** What is carried, for people: `2 × NVIDIA H100`, `nic0`, `sw0 and 6 below it`. */
  readonly words: string;
  /** `null` while what knows places is being fetched. */
  readonly targets: DropTargets | null;
  /** The place that is aimed at, legal or not; `null`: none. */
  readonly aim: DropPlace | null;
  /** What dropping there would change; `null`: not known yet, or nothing to say. */
  readonly preview: Preview | 'failed' | null;
}

/** Opening a text or a file. The document that is open stays until the new one is read. */
export type Opening =
  | { readonly kind: 'idle' }
  | { readonly kind: 'reading'; readonly source: string; readonly progress: Progress | null }
  | {
      readonly kind: 'failed';
      readonly source: string;
      /** What could not be read, so that it is not lost; `null` for files. */
      readonly text: string | null;
      /** It is about what the text says: what was expected instead helps. */
      readonly isAboutText: boolean;
      readonly title: string;
      readonly problems: readonly Problem[];
    };

/** How the document is kept in this browser. */
export type Saving =
  | { readonly kind: 'saved' }
  | { readonly kind: 'saving' }
  /** Not yet, or not possible: `why` is for people, `null` while it merely has not happened yet. */
  | { readonly kind: 'unsaved'; readonly why: string | null };

export const DOCK_TABS = [
  'matrix',
  'why',
  'groups',
  'checks',
  'addresses',
  'mapping',
  'flows',
  'report',
] as const;
export type DockTab = (typeof DOCK_TABS)[number];

/** What stands at the left: the tree, the machine as text, the catalogue of parts. */
export const LEFT_TABS = ['outline', 'text', 'parts'] as const;
export type LeftTab = (typeof LEFT_TABS)[number];

/** Of the panels that can be pulled wider or higher, in CSS pixels. */
export interface PanelSizes {
  readonly outline: number;
  /** Of the left panel while it shows the text or the parts. */
  readonly text: number;
  readonly inspector: number;
  readonly dock: number;
}

/** How the room is set up; remembered for the next visit, and no part of the document. */
export interface View {
  readonly drawing: 'blocks' | 'functions';
  readonly direction: 'down' | 'right';
  readonly dockTab: DockTab;
  readonly leftTab: LeftTab;
  readonly isDockOpen: boolean;
  readonly isOutlineOpen: boolean;
  readonly isInspectorOpen: boolean;
  /** Single-key shortcuts: some people's tools press keys of their own (WCAG 2.1.4). */
  readonly hasKeyShortcuts: boolean;
  readonly sizes: PanelSizes;
  /** IOMMU groups as hulls on the sheet. */
  readonly hasGroupHulls: boolean;
  /** What flows carry, as width and heat of the links on the sheet. */
  readonly hasFlowHeat: boolean;
  /** Devices that are alike and stand side by side below one switch or host are drawn as one card. */
  readonly isStacked: boolean;
  /** "This is an example" was read and sent away. */
  readonly isHintDismissed: boolean;
}

/** What the sheet is asked to show; the canvas carries it out. */
export type CameraMove =
  | 'fit'
  | 'fit-selection'
  | 'actual-size'
  | 'in'
  | 'out'
  | 'left'
  | 'right'
  | 'up'
  | 'down'
  | 'reveal-focus';
export interface CameraRequest {
  /** Grows with every request, so that the same one can be made twice. */
  readonly serial: number;
  readonly move: CameraMove;
}

/** Parts on the clipboard. */
export interface Clip {
  /** As a document, for other tabs: `CLIP_TYPE`. */
  readonly json: string;
  /** As sketch text, for people and for mail. */
  readonly text: string;
}
export const CLIP_TYPE = 'application/x-peerlane-parts+json';

/** What a note is about: a part, the link above a function, or the machine. */
export type Noted = PartId | 'machine' | { readonly link: FunctionId };

/** A word to the user that goes away by itself or by a button. */
export interface Notice {
  readonly id: number;
  readonly kind: 'info' | 'warning';
  readonly text: string;
  /** Why something was not done: of no more interest once something else was. */
  readonly isRefusal?: boolean;
}

export interface PeerlaneState {
  // The document and its history.
  readonly document: OpenDocument | null;
  /** Oldest first: the last one is the next to be undone. */
  readonly undoable: readonly StepWords[];
  /** The last one is the next to be redone. */
  readonly redoable: readonly StepWords[];
  readonly saving: Saving;

  // What is going on.
  readonly opening: Opening;
  readonly health: EngineHealth;
  /** Of the judgement under way, once it takes longer than 300 ms. */
  readonly judging: Progress | null;
  readonly notices: readonly Notice[];
  /** Looked for a document of an earlier visit; until then the page is empty and says nothing. */
  readonly isStarted: boolean;

  // What the engine said. Older than `document.revision` means stale: shown greyed, never as valid.
  readonly results: Results | null;
  readonly explained: ExplainedPair | null;
  readonly isolated: Isolated | null;
  readonly compared: ComparedPair | null;
  /** Of the list that is looked at; asked while the mapping panel is open, or its output is played. */
  readonly mapped: MappedList | null;
  /** The same list under `mapping.beside`. */
  readonly mappedBeside: MappedList | null;
  /** Of the panels of `mapping.several`, by their ids. */
  readonly mappedSeveral: Readonly<Record<string, SeveralAnswer>>;
  /** Why the last question of a mapping has no answer; `null`: it has one, or will. */
  readonly mappingTrouble: string | null;
  /** Of all flows; asked while the flows panel is open, or the sheet shows what links carry. */
  readonly throughput: ThroughputAnswer | null;
  /** The same under `flows.beside`. */
  readonly throughputBeside: ThroughputAnswer | null;
  /** Of the flow that is looked at; asked while a chart over sizes is. */
  readonly curves: CurvesAnswer | null;
  /** Why the last question about flows has no answer; `null`: it has one, or will. */
  readonly flowsTrouble: string | null;

  // The session: no part of the history.
  readonly selection: ReadonlySet<PartId>;
  /** The part that keys act on: the last one selected. */
  readonly focus: PartId | null;
  /**
   * The link that is meant, by the function at its lower end, which is selected; any other pointing
   * ends it. Ask `meantLink()`.
   */
  readonly link: FunctionId | null;
  readonly pair: ChosenPair;
  /**
   * `null`: nothing is being played. It ends with another pair or document; through an edit it goes
   * on, as soon as the engine has said how.
   */
  readonly play: Play | null;
  readonly mapping: MappingView;
  readonly flows: FlowsView;
  /** A flow that is being drawn; `null`: none is. */
  readonly flowDrawing: FlowDrawing | null;
  /** Parts on their way to a place; `null`: nothing is carried. */
  readonly carry: Carry | null;
  /** The part of which the name is being written on the sheet. */
  readonly renaming: PartId | null;
  /** The part, the link or the machine of which the note is being written on the sheet. */
  readonly noting: Noted | null;
  readonly listing: Listing;
  readonly view: View;
  readonly camera: CameraRequest;
  /** Counts how often the drawing was tidied up: it is then arranged afresh. */
  readonly tidied: number;
  /** For the live region: what a screen reader is told next. */
  readonly announcement: string;

  readonly actions: Actions;
}

export interface Actions {
  /** Opens what was saved last in this browser, else the example. */
  readonly start: () => Promise<void>;
  readonly openText: (text: string, source: string) => Promise<void>;
  /** @param handle of the file, where a picker gave one: a document can then be saved back into it */
  readonly openFile: (file: File, handle?: FileHandle) => Promise<void>;
  /** @param id of one of `STARTING_POINTS` or `TEMPLATES`; the first of them without */
  readonly openExample: (id?: StartingPointId) => Promise<void>;
  /** Reads one of them without opening it, for a picture; `null` when that cannot be done. */
  readonly lookAtExample: (id: StartingPointId) => Promise<Glimpse | null>;
  /** What else is kept in this browser, the newest first; nothing when it cannot be looked at. */
  readonly earlierDocuments: () => Promise<readonly EarlierDocument[]>;
  /** Opens a copy of one of them as it was left; undo brings the present document back. */
  readonly restoreEarlier: (key: string) => Promise<void>;
  readonly dismissFailure: () => void;
  /** Writes the document to a file, where the browser can into the one it was opened from. */
  readonly saveFile: () => Promise<void>;

  readonly edit: (edit: Edit, gesture?: Gesture) => void;
  /** Changes the structure, numbers the machine anew and records it as one step called `title`. */
  readonly change: (title: string, changes: readonly Change[]) => Promise<void>;
  /**
   * The text becomes the machine's sketch and the machine what it says; ids and what text does not
   * carry are taken over where names match. Lines with errors count as left out.
   */
  readonly typeSketch: (text: string, gesture: Gesture) => Promise<readonly SketchProblem[]>;
  /** Opens an empty drawn machine, with its text (the rule) or the catalogue of parts beside it. */
  readonly startDrawing: (leftTab?: 'parts' | 'text') => Promise<void>;
  /** Puts what was moved by hand back in its place, and arranges the drawing afresh. */
  readonly tidyUp: () => void;
  readonly undo: () => void;
  readonly redo: () => void;

  /** Takes something up; what was carried before is put back. */
  readonly carry: (what: Carried, by: CarryMeans) => void;
  /** Says where the hand is; asks the engine what dropping there would change. */
  readonly aim: (place: DropPlace | null) => void;
  /**
   * Drops what is carried where it is aimed at: one step of the history, and what arrived is
   * selected. A place that refuses says so and nothing changes.
   *
   * @param isAgain the same is carried on, for the next one
   */
  readonly drop: (isAgain?: boolean) => Promise<void>;
  /** Ends carrying; nothing has changed. */
  readonly putBack: () => void;
  readonly rename: (part: PartId | null) => void;
  readonly noteOn: (noted: Noted | null) => void;
  /** What is selected as parts for the clipboard; `null` when nothing of it can be copied. */
  readonly copyParts: () => Promise<Clip | null>;
  /** Copies of the selection beside what they are copies of. */
  readonly duplicate: () => Promise<void>;
  /**
   * Puts parts from the clipboard where the focus is, or where they fit nearest to it.
   *
   * @returns false: it holds no parts
   */
  readonly paste: (clip: Partial<Clip>) => Promise<boolean>;

  readonly select: (parts: readonly PartId[], how?: 'replace' | 'add' | 'toggle') => void;
  /** Selects a link's lower end, and means the link. */
  readonly meanLink: (lower: FunctionId) => void;
  readonly choose: (pair: Partial<ChosenPair>) => void;
  readonly list: (listing: Listing) => void;
  /** Begins at the first hop, running; nothing happens without a compared pair. */
  readonly startPlay: (operation: Play['operation']) => void;
  /** Plays what a device sends to an output of the mapped list. */
  readonly playOutput: (output: number) => void;
  readonly lookAtMapping: (change: Partial<MappingView>) => void;
  readonly lookAtFlows: (change: Partial<FlowsView>) => void;
  /** Begins, changes or (`null`) ends the drawing of a flow; nothing is added by it. */
  readonly drawFlow: (drawing: FlowDrawing | null) => void;
  readonly changePlay: (change: Partial<Pick<Play, 'hop' | 'isRunning' | 'speed'>>) => void;
  readonly stopPlay: () => void;
  readonly setView: (view: Partial<View>) => void;
  readonly moveCamera: (move: CameraMove) => void;
  readonly announce: (text: string) => void;

  readonly restartEngine: () => void;
  readonly notify: (kind: Notice['kind'], text: string) => void;
  /** Says why something was not done, in the place of what was said of this before. */
  readonly refuse: (why: readonly string[]) => void;
  readonly dismissNotice: (id: number) => void;
}
