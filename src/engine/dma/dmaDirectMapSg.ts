import { isAsRam } from './asRam.ts';
import { breakWords } from './breakWords.ts';
import { dmaDirectMapPage } from './dmaDirectMapPage.ts';
import {
  type BounceBuffer,
  type DmaDefect,
  type DmaMapping,
  type DmaOutput,
  ERRNO,
} from './dmaMapping.ts';
import type { MapCall } from './mapContext.ts';
import { mapFailure } from './mapFailure.ts';
import { type MapStep, takesStep } from './mapStep.ts';
import { type PeerWay, pciP2pdmaState } from './pciP2pdmaState.ts';
import type { SgEntry } from './scatterlist.ts';

const NONE: readonly DmaDefect[] = [];

/**
 * Maps a list without translation, `dma_direct_map_sg()` (kernel/dma/direct.c, 5.4 to 7.0): an output
 * for each entry, at its physical address, in a bounce buffer, or by bus address. Nothing is joined and
 * nothing split. From 6.16 on peer memory through the host bridge is passed over: the list is a success,
 * and the address is what stood there before. 6.16 and 6.17 write the address of a bus entry, but not
 * its length.
 */
export function dmaDirectMapSg(list: readonly SgEntry[], call: MapCall): DmaMapping {
  const { rules, recorder } = call;
  const outputs: DmaOutput[] = [];
  const bounces: BounceBuffer[] = [];
  for (let index = 0; index < list.length; index++) {
    const entry = list[index] as SgEntry;
    const way = entry.peer === null ? 'own' : pciP2pdmaState(entry.peer, rules);
    const output = outputOf(entry, way, index, call, bounces);
    if ('failed' in output) {
      const { failed, text } = output;
      for (const { address } of bounces) call.bounce?.free?.(address);
      recorder?.step(undoStep(index, text));
      if (failed === 'panic') return mapFailure(call, ERRNO.EIO, index, 'panic');
      return mapFailure(call, failed === 'refused' ? ERRNO.EREMOTEIO : ERRNO.EIO, index);
    }
    outputs.push(output);
    if (takesStep(recorder)) recorder.step(outputStep(index, output));
  }
  recorder?.step({
    phase: 'return',
    call: 'dma_direct_map_sg',
    entry: null,
    output: null,
    values: [{ name: 'outputs', value: outputs.length, as: 'count' }],
    text: 'As many came out as went in.',
  });
  const mapping: DmaMapping = {
    errno: 0,
    returns: rules.refusal,
    failedAt: null,
    outputs,
    iova: [],
    maps: [],
  };
  return bounces.length === 0 ? mapping : { ...mapping, bounces };
}

interface Failed {
  readonly failed: 'refused' | 'error' | 'panic';
  readonly text: string;
}

const refusal: Failed = {
  failed: 'refused',
  text: 'The device cannot reach this peer memory: what was mapped before is undone.',
};

function outputOf(
  entry: SgEntry,
  way: PeerWay | 'own',
  index: number,
  call: MapCall,
  bounces: BounceBuffer[],
): DmaOutput | Failed {
  const { phys, length, peer } = entry;
  const { rules, device } = call;
  if (way === 'refused') return refusal;
  const long = length > device.maxSegment ? LONG : NONE;
  if (way === 'bus' && peer !== null) {
    const told = rules.writesBusLength ? length : 0;
    let defects = rules.writesBusLength ? long : UNSET;
    if (peer.hasWrongSign) defects = and(defects, 'wrong-sign');
    return outputAt(phys + peer.busOffset, told, 'BUS', index, defects);
  }
  if (way === 'host' && !rules.writesHostAddress) {
    return outputAt(null, length, 'PHYS', index, and(long, 'unwritten'));
  }
  const isPeer = peer !== null;
  const found = dmaDirectMapPage(phys, length, !isPeer || rules.bouncesPeers, call);
  if (found.kind === 'error') {
    return { failed: found.isPanic ? 'panic' : 'error', text: found.text };
  }
  const { address } = found;
  const isBounced = found.kind === 'bounced';
  if (isBounced) bounces.push({ entry: index, address, length });
  let defects = long;
  if (way === 'ram' && isAsRam(peer, call.asked)) defects = and(defects, 'as-ram');
  if (isBounced && isPeer) defects = and(defects, 'copied-peer');
  return outputAt(address, length, isBounced ? 'SWIOTLB' : 'PHYS', index, defects);
}

/** Written out, not spread: a list may have a million entries. */
function outputAt(
  address: number | null,
  length: number,
  space: DmaOutput['space'],
  index: number,
  defects: readonly DmaDefect[],
): DmaOutput {
  const why = index === 0 ? 'first' : space === 'BUS' ? 'bus' : 'no-iommu';
  return { address, length, space, first: index, count: 1, why, defects };
}

const and = (defects: readonly DmaDefect[], defect: DmaDefect) => [...defects, defect];

const LONG: readonly DmaDefect[] = ['over-maximum'];

/** What a new list has there: 0. */
const UNSET: readonly DmaDefect[] = ['length-unset'];

function undoStep(entry: number, text: string): MapStep {
  return {
    phase: 'restore',
    call: 'dma_direct_unmap_sg',
    entry,
    output: null,
    values: [],
    text,
  };
}

const SPACE_WORDS = {
  BUS: 'Peer memory by its bus address.',
  PHYS: 'The device can send its physical address.',
  SWIOTLB: 'It is copied through a bounce buffer that the device can reach.',
  IOVA: '',
  VADDR: '',
} as const;

function outputStep(entry: number, { address, length, space, why }: DmaOutput): MapStep {
  const text =
    address === null
      ? 'Through the host bridge: the length is written, the address is not.'
      : `${SPACE_WORDS[space]} A new output: ${breakWords(why)}.`;
  return {
    phase: 'lay-out',
    call: 'dma_direct_map_sg',
    entry,
    output: { index: entry, length },
    values: address === null ? [] : [{ name: 'dma_address', value: address, as: 'address' }],
    text,
  };
}
