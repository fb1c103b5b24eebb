/** A file that may be written again without asking, as the browser gives it out. */
export interface FileHandle {
  readonly name: string;
  readonly createWritable: () => Promise<{
    readonly write: (text: string) => Promise<void>;
    readonly close: () => Promise<void>;
  }>;
}

export type SavedFile =
  | { readonly kind: 'saved'; readonly name: string; readonly handle: FileHandle }
  /** Handed to the browser, which puts it where downloads go. */
  | { readonly kind: 'downloaded'; readonly name: string }
  | { readonly kind: 'cancelled' };

/** Writes text to a file: into `handle` where there is one, else where the user says. */
export type FileSaver = (
  text: string,
  suggestedName: string,
  handle: FileHandle | null,
) => Promise<SavedFile>;
