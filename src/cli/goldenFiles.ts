import { dirname, join } from 'node:path';
import { readBytes, unpack } from './bytes.ts';
import type { Terminal } from './command.ts';

/** Where a reference may lie, seen from the case that names it. */
const PLACES = [
  '../../kernel',
  '../ref',
  '.',
  '../kernel',
  '../../eras/ref',
  '..',
  '../..',
] as const;

/** A case's text, and what it is called where it lies. */
export interface GoldenText {
  readonly path: string;
  readonly text: string;
}

/**
 * Files of golden cases: one case a file, or one a line (`.jsonl`), packed or not. Finds the case
 * that another one refers to beside it, and reads no file twice for that.
 */
export class GoldenFiles {
  readonly #terminal: Terminal;
  /** Cases by their id, of each file that was looked into for references. */
  readonly #packs = new Map<string, ReadonlyMap<string, string>>();

  constructor(terminal: Terminal) {
    this.#terminal = terminal;
  }

  /** The cases that a file holds. */
  async cases(path: string): Promise<readonly GoldenText[]> {
    const text = await this.#text(path);
    if (!isPack(path)) return [{ path, text }];
    return linesOf(text).map((line, index) => ({ path: `${path}:${index + 1}`, text: line }));
  }

  /**
   * The text of the case called `id`, looked for from where `path` lies: as the golden data are laid
   * out, in the same folder and those around it, and in packs beside it; `null` where it is in none.
   */
  async reference(id: string, path: string): Promise<string | null> {
    const folder = dirname(path);
    for (const place of PLACES) {
      for (const ending of ['json', 'json.gz']) {
        const text = await this.#textIfThere(join(folder, place, `${id}.${ending}`));
        if (text !== null) return text;
      }
    }
    for (const pack of ['6.12.jsonl.gz', 'ref.jsonl.gz']) {
      const text = (await this.#pack(join(folder, pack))).get(id);
      if (text !== undefined) return text;
    }
    return null;
  }

  async #pack(path: string): Promise<ReadonlyMap<string, string>> {
    let pack = this.#packs.get(path);
    if (!pack) {
      const text = await this.#textIfThere(path);
      pack = new Map(text === null ? [] : linesOf(text).map((line) => [idOf(line), line]));
      this.#packs.set(path, pack);
    }
    return pack;
  }

  async #textIfThere(path: string): Promise<string | null> {
    try {
      return await this.#text(path);
    } catch {
      return null;
    }
  }

  async #text(path: string): Promise<string> {
    const bytes = unpack(await readBytes(path, this.#terminal), path);
    return new TextDecoder().decode(bytes);
  }
}

const isPack = (path: string): boolean => /\.jsonl(\.gz)?$/.test(path);

const linesOf = (text: string): readonly string[] =>
  text.split('\n').filter((line) => line.trim() !== '');

/** Cases begin with their id; one that does not cannot be referred to. */
const idOf = (line: string): string => /^\{"id":"([^"]+)"/.exec(line)?.[1] ?? '';
