import type { StoreApi } from 'zustand/vanilla';
import { inProcessEngine } from '../worker/inProcessEngine.ts';
import { createPeerlane } from './createPeerlane.ts';
import type { PeerlaneDeps } from './deps.ts';
import { FIRST_VIEW } from './persistView.ts';
import type { PeerlaneState } from './state.ts';

/** A store with the real engine in this process and nothing kept, unless a test brings its own. */
export function testPeerlane(deps: Partial<PeerlaneDeps> = {}): StoreApi<PeerlaneState> {
  return createPeerlane({
    engine: inProcessEngine(),
    documents: null,
    files: async () => ({ kind: 'cancelled' }),
    loadExample: async () => EXAMPLE,
    now: () => Date.now(),
    view: FIRST_VIEW,
    rememberView: () => {},
    ...deps,
  });
}

/** A switch with two drives and a network card below one root port. */
export const EXAMPLE = [
  '00:00.0 Host bridge [0600]: Intel Corporation Device [8086:2f00]',
  '00:01.0 PCI bridge [0604]: Intel Corporation Device [8086:2f02]',
  '\tBus: primary=00, secondary=01, subordinate=04, sec-latency=0',
  '\tCapabilities: [90] Express (v2) Root Port (Slot+), MSI 00',
  '01:00.0 PCI bridge [0604]: PLX Technology, Inc. PEX 8747 [10b5:8747]',
  '\tBus: primary=01, secondary=02, subordinate=04, sec-latency=0',
  '\tCapabilities: [68] Express (v2) Upstream Port, MSI 00',
  '02:00.0 PCI bridge [0604]: PLX Technology, Inc. PEX 8747 [10b5:8747]',
  '\tBus: primary=02, secondary=03, subordinate=03, sec-latency=0',
  '\tCapabilities: [68] Express (v2) Downstream Port (Slot+), MSI 00',
  '\tCapabilities: [f24 v1] Access Control Services',
  '\t\tACSCap:\tSrcValid+ TransBlk+ ReqRedir+ CmpltRedir+ UpstreamFwd+ EgressCtrl+ DirectTrans+',
  '\t\tACSCtl:\tSrcValid- TransBlk- ReqRedir- CmpltRedir- UpstreamFwd- EgressCtrl- DirectTrans-',
  '02:01.0 PCI bridge [0604]: PLX Technology, Inc. PEX 8747 [10b5:8747]',
  '\tBus: primary=02, secondary=04, subordinate=04, sec-latency=0',
  '\tCapabilities: [68] Express (v2) Downstream Port (Slot+), MSI 00',
  '\tCapabilities: [f24 v1] Access Control Services',
  '\t\tACSCap:\tSrcValid+ TransBlk+ ReqRedir+ CmpltRedir+ UpstreamFwd+ EgressCtrl+ DirectTrans+',
  '\t\tACSCtl:\tSrcValid- TransBlk- ReqRedir- CmpltRedir- UpstreamFwd- EgressCtrl- DirectTrans-',
  '03:00.0 Non-Volatile memory controller [0108]: Samsung Device [144d:a824]',
  '\tCapabilities: [70] Express (v2) Endpoint, MSI 00',
  '04:00.0 Ethernet controller [0200]: Mellanox Technologies MT28800 [15b3:1019]',
  '\tCapabilities: [70] Express (v2) Endpoint, MSI 00',
  '',
].join('\n');

/** Resolves once the state is as wanted. */
export function until(
  store: StoreApi<PeerlaneState>,
  isWanted: (state: PeerlaneState) => boolean,
): Promise<PeerlaneState> {
  return new Promise((resolve) => {
    if (isWanted(store.getState())) return resolve(store.getState());
    const stop = store.subscribe((state) => {
      if (!isWanted(state)) return;
      stop();
      resolve(state);
    });
  });
}

/** The engine has spoken about what is shown. */
export function isJudged({ document, results }: PeerlaneState): boolean {
  return document !== null && results?.revision === document.revision;
}
