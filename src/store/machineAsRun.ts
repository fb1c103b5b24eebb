import type { AcsBoot } from '../engine/acs/pciAcsInit.ts';
import { withBootWords } from '../engine/acs/withBootWords.ts';
import type { Machine } from '../model/machine.ts';
import type { OpenDocument, PeerlaneState } from './state.ts';

type Judged = Pick<PeerlaneState, 'document' | 'results'>;

/** Made once for each document and answer: whoever asks is given the same object. */
const made = new WeakMap<OpenDocument, { readonly boot: AcsBoot; readonly asRun: OpenDocument }>();

/**
 * The document with the ACS control words that the kernel left, as the engine said last. Until the
 * next answer the words of the one before hold. The very document where they are the same.
 */
export function documentAsRun({ document, results }: Judged): OpenDocument | null {
  if (!document || !results) return document;
  const { boot } = results;
  const known = made.get(document);
  if (known?.boot === boot) return known.asRun;
  const machine = withBootWords(document.machine, boot);
  const asRun =
    machine === document.machine
      ? document
      : { ...document, machine, byId: new Map(machine.functions.map((fn) => [fn.id, fn])) };
  made.set(document, { boot, asRun });
  return asRun;
}

/** The machine of {@link documentAsRun}. */
export function machineAsRun(state: Judged): Machine | null {
  return documentAsRun(state)?.machine ?? null;
}
