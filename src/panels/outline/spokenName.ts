import { calledPart } from '../../store/calledPart.ts';
import type { OpenDocument } from '../../store/state.ts';
import type { TreeNode } from '../tree/machineTree.ts';
import { whatItIs } from '../words/functionTypeWords.ts';
import { hostTitle, rootBusName, socketTitle, titleOf } from '../words/partNames.ts';

/** A part for whoever hears it: `sw1, upstream port, Broadcom PEX89104`. */
export function spokenName(document: OpenDocument, node: TreeNode): string {
  return [...new Set(words(document, node))].filter((word) => word !== null).join(', ');
}

function words(document: OpenDocument, node: TreeNode): readonly (string | null)[] {
  switch (node.kind) {
    case 'socket':
      return [socketTitle(document.machine, node.socket)];
    case 'host':
      return [hostTitle(node.host), rootBusName(node.host)];
    case 'function': {
      const { fn } = node;
      const title = titleOf(document, fn);
      return [calledPart(document, fn.id), whatItIs(fn), title];
    }
  }
}
