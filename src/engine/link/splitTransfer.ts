/** How a transfer is cut. All sizes in bytes. */
export interface TransferSizes {
  readonly sizeBytes: number;
  /** Max_Payload_Size: of writes, and of completions with data. */
  readonly maxPayload: number;
  /** Max_Read_Request_Size. */
  readonly maxReadRequest: number;
  /** 64 or 128: completions of one request end there, the last one apart. */
  readonly readCompletionBoundary: number;
  /** As long as they may be, or one for each stretch between two boundaries. */
  readonly completions: 'mps' | 'rcb';
  /** Where the transfer begins in its page of 4 KiB; left out: at its start. */
  readonly offset?: number;
}

/** TLPs of a transfer, were it written, and were it read. */
export interface TransferTlps {
  readonly writes: number;
  readonly requests: number;
  readonly completions: number;
  /** Data of all writes, of all completions: whole words each, so at times more than the transfer. */
  readonly writtenBytes: number;
  readonly completedBytes: number;
}

/** No request crosses a multiple of this (PCI Express base specification 2.2.7). */
const PAGE = 4096;
const WORD = 4;

/**
 * The TLPs that a transfer becomes: writes of at most Max_Payload_Size, read requests of at most
 * Max_Read_Request_Size, neither across 4 KiB, and completions of at most Max_Payload_Size that end at
 * read completion boundaries (PCI Express base specification 2.2.7 and 2.3.1.1).
 */
export function splitTransfer(sizes: TransferSizes): TransferTlps {
  const { sizeBytes, maxPayload, maxReadRequest, readCompletionBoundary, offset = 0 } = sizes;
  for (const size of [maxPayload, maxReadRequest, readCompletionBoundary]) {
    if (!(size > 0)) throw new RangeError(`cannot cut a transfer at ${size} bytes`);
  }
  const start = offset % PAGE;
  const end = start + Math.max(0, sizeBytes);
  const first = pageTlps(start, Math.min(end, PAGE), sizes);
  if (end <= PAGE) return first;
  const wholePages = Math.floor(end / PAGE) - 1;
  const rest = pageTlps(0, end % PAGE, sizes);
  const whole = wholePages > 0 ? pageTlps(0, PAGE, sizes) : NONE;
  return add(first, add(times(whole, wholePages), rest));
}

const NONE: TransferTlps = {
  writes: 0,
  requests: 0,
  completions: 0,
  writtenBytes: 0,
  completedBytes: 0,
};

/** What lies within one page. Asked for thousands of times in a sweep of sizes. */
function pageTlps(start: number, end: number, sizes: TransferSizes): TransferTlps {
  let [writes, requests, completions, writtenBytes, completedBytes] = [0, 0, 0, 0, 0];
  for (let at = start; at < end; ) {
    const next = Math.min(end, at + sizes.maxPayload);
    writes += 1;
    writtenBytes += wholeWords(at, next);
    at = next;
  }
  for (let asked = start; asked < end; ) {
    const answered = Math.min(end, asked + sizes.maxReadRequest);
    requests += 1;
    for (let at = asked; at < answered; ) {
      const next = Math.min(answered, endOfCompletion(at, sizes));
      completions += 1;
      completedBytes += wholeWords(at, next);
      at = next;
    }
    asked = answered;
  }
  return { writes, requests, completions, writtenBytes, completedBytes };
}

/** Where a completion that begins there ends, were the request longer. */
function endOfCompletion(
  at: number,
  { maxPayload, readCompletionBoundary: boundary, completions }: TransferSizes,
): number {
  const nearest = (Math.floor(at / boundary) + 1) * boundary;
  const farthest = Math.floor((at + maxPayload) / boundary) * boundary;
  const wanted = completions === 'rcb' ? nearest : farthest;
  // A payload below the boundary cannot reach one; then it is full.
  return wanted > at && wanted - at <= maxPayload ? wanted : at + maxPayload;
}

/** Bytes of all words that a stretch touches: data are sent in whole ones, with byte enables. */
function wholeWords(start: number, end: number): number {
  return (Math.ceil(end / WORD) - Math.floor(start / WORD)) * WORD;
}

function add(a: TransferTlps, b: TransferTlps): TransferTlps {
  return {
    writes: a.writes + b.writes,
    requests: a.requests + b.requests,
    completions: a.completions + b.completions,
    writtenBytes: a.writtenBytes + b.writtenBytes,
    completedBytes: a.completedBytes + b.completedBytes,
  };
}

function times(tlps: TransferTlps, count: number): TransferTlps {
  return {
    writes: tlps.writes * count,
    requests: tlps.requests * count,
    completions: tlps.completions * count,
    writtenBytes: tlps.writtenBytes * count,
    completedBytes: tlps.completedBytes * count,
  };
}
