import type { FetchedOnce } from '../../parts/fetchedOnce.ts';
import { peerlane } from '../../store/peerlane.ts';
import type { OpenDocument, PeerlaneState } from '../../store/state.ts';
import type { SheetCamera } from '../camera/useSheetCamera.ts';
import type { Drawn } from './drawn.ts';

/** What one works on the sheet with, outside of React. */
interface Tool {
  /** Listens for as long as the sheet is there. */
  listen(surface: HTMLElement): () => void;
  show(drawn: Drawn, document: OpenDocument): void;
}

/** The tool, and what else came with it. */
interface There<Made, Part> {
  readonly tool: Made;
  readonly part: Part;
}

/** Stands for a tool until that is there: the sheet is seen before anything is done on it. */
export abstract class LaterTool<Made extends Tool, Part> {
  readonly #part: FetchedOnce<Part>;
  readonly #sheetCamera: SheetCamera;
  readonly #listeners = new Set<() => void>();
  #there: There<Made, Part> | null = null;
  #surface: HTMLElement | null = null;
  #stop: (() => void) | null = null;
  #shown: readonly [Drawn, OpenDocument] | null = null;

  constructor(part: FetchedOnce<Part>, sheetCamera: SheetCamera) {
    this.#part = part;
    this.#sheetCamera = sheetCamera;
  }

  protected abstract make(part: Part, sheetCamera: SheetCamera): Made;
  /** It is there now, and shows what the sheet shows. */
  protected abstract begun(tool: Made): void;
  protected abstract isWanted(state: PeerlaneState): boolean;
  /** It was asked for and could not be had. */
  protected abstract notLoaded(): void;

  readonly there = (): There<Made, Part> | null => this.#there;
  readonly subscribe = (listener: () => void): (() => void) => {
    this.#listeners.add(listener);
    return () => this.#listeners.delete(listener);
  };

  get tool(): Made | null {
    return this.#there?.tool ?? null;
  }

  /** Asks for it; more than once does no harm. */
  readonly fetch = async (): Promise<void> => {
    if (this.#there) return;
    const part = await this.#part.ask();
    if (this.#there) return;
    if (part) this.#begin(part);
    else this.notLoaded();
  };

  #begin(part: Part): void {
    const tool = this.make(part, this.#sheetCamera);
    this.#there = { tool, part };
    if (this.#shown) tool.show(...this.#shown);
    if (this.#surface) this.#stop = tool.listen(this.#surface);
    for (const listener of this.#listeners) listener();
    this.begun(tool);
  }

  /** Listens for as long as the sheet is there. */
  listen(surface: HTMLElement): () => void {
    this.#surface = surface;
    this.#stop = this.tool?.listen(surface) ?? null;
    const stopAsking = peerlane.subscribe((state) => {
      if (this.isWanted(state)) void this.fetch();
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
    this.tool?.show(drawn, document);
  }
}
