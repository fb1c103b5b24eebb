import type { EngineClient } from '../worker/engineClient.ts';
import type { DocumentStore } from './documentStore.ts';
import type { FileSaver } from './fileSaver.ts';
import type { View } from './state.ts';

/** What the store needs of the world. Tests put their own in place. */
export interface PeerlaneDeps {
  readonly engine: EngineClient;
  /** `null`: this browser keeps nothing. */
  readonly documents: DocumentStore | null;
  readonly files: FileSaver;
  /** Text of a starting point's file; rejects when it cannot be loaded. */
  readonly loadExample: (file: string) => Promise<string>;
  /** Milliseconds since 1970. */
  readonly now: () => number;
  /** The view of the last visit, and how to remember this one. */
  readonly view: View;
  readonly rememberView: (view: View) => void;
  /** Calls back when the page may be about to go: the last chance to write. */
  readonly onLeaving?: (listener: () => void) => void;
  /** Calls back when the page goes: what is not under way after that never happens. */
  readonly onGoing?: (listener: () => void) => void;
}
