import type { PeerlaneState } from '../../store/state.ts';

/** @param what "the tree, as lspci -tv draws it" */
export function sayCopied({ actions }: PeerlaneState, isDone: boolean, what: string): void {
  if (isDone) actions.notify('info', `Copied ${what}.`);
  else actions.notify('warning', `The browser did not let the page copy ${what}.`);
}
