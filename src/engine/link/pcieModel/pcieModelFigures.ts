import type { LinkFigures, LinkLoad, LinkQuestion } from '../linkFigures.ts';
import { generationOf, gtsOf, type PcieGeneration } from '../pcieGeneration.ts';
import { pcieModelIntervals } from './pcieModelIntervals.ts';

/** Payload and wire bytes as the pcie-model gives them, bytes/s. */
export interface PcieModelFigures extends Omit<LinkFigures, 'opposed'> {
  /** What it leaves for TLPs after ACK, UpdateFC and SKP. */
  readonly tlp: number;
  /** What read requests take of the other direction. */
  readonly requests: number;
  /** What pairs of reads and writes put on the wire each way. */
  readonly pairs: { readonly fromDevice: number; readonly toDevice: number };
}

/**
 * The model of "Understanding PCIe performance for end host networking" (SIGCOMM 2018; pcie-bench/pcie-model,
 * Apache-2.0), written anew from what it computes, so that its figures can be compared. It is not what links
 * do: it takes latency limits in symbol times of a lane for bytes of the whole link, has DLLPs where nothing
 * is received, the SKP sets of Gen1 in every generation, frames of Gen3 in flits of 242 bytes, and counts
 * no filled-up words; measured reads and writes exceed it. Efficiency and K of the question mean nothing here.
 */
export function pcieModelFigures(question: LinkQuestion): PcieModelFigures | null {
  const { rate, sizeBytes: size, maxPayload, maxReadRequest, ecrc } = question;
  const generation = generationOf(rate.gts);
  if (generation === null || rate.width === 0 || size <= 0) return null;
  const raw = rawOf(generation, rate.width);
  const { ack, fc } = pcieModelIntervals(generation, rate.width, maxPayload);
  const dllpPart = DLLP / ack + DLLP / fc;
  const tlp = raw * (1 - dllpPart - SKP);

  const request = FRAMING + (question.addressBits === 64 ? 16 : 12) + (ecrc ? 4 : 0);
  const completion = FRAMING + 12 + (ecrc ? 4 : 0);
  const cut = question.completions === 'rcb' ? question.readCompletionBoundary : maxPayload;
  const writes = Math.ceil(size / maxPayload) * request;
  const requests = Math.ceil(size / maxReadRequest) * request;
  const completions = Math.ceil(size / cut) * completion;

  const load = (payload: number, header: number, full: LinkLoad['full']): LinkLoad => {
    const transfers = tlp / (payload + header);
    return {
      bytesPerSecond: transfers * size,
      full,
      wire: {
        payload: transfers * payload,
        header: transfers * header,
        dllp: raw * dllpPart,
        skp: raw * SKP,
        idle: 0,
      },
    };
  };
  const read =
    requests > size + completions
      ? load(0, requests, 'from-device')
      : load(size, completions, 'to-device');
  const both =
    completions > writes + requests
      ? load(size, completions, 'to-device')
      : load(size, writes + requests, 'from-device');
  const transfersOf = (each: LinkLoad) => each.bytesPerSecond / size;
  return {
    raw,
    tlp,
    write: load(size, writes, 'from-device'),
    read,
    both,
    requests: transfersOf(read) * requests,
    pairs: {
      fromDevice: transfersOf(both) * (size + writes + requests),
      toDevice: transfersOf(both) * (size + completions),
    },
  };
}

const DLLP = 8;
const FRAMING = 8;
/** Of Gen1 and Gen2. */
const SKP = 4 / 1538;

function rawOf(generation: PcieGeneration, width: number): number {
  return ((gtsOf(generation) * 1e9 * width) / 8) * codingOf(generation);
}

function codingOf(generation: PcieGeneration): number {
  if (generation <= 2) return 8 / 10;
  // A flit without CRC and FEC, though its DLLPs are charged again.
  return generation <= 5 ? 128 / 130 : 242 / 256;
}
