import { UNKNOWN } from '../../../base/unknown.ts';
import type { HostBridge, RootComplexForwarding } from '../../../model/machine.ts';
import type { Analysis } from '../../analyze.ts';
import { variantOf } from './variants.ts';

/** The machine as if every root complex forwarded of which nobody says that it does not. */
export function supposing(analysis: Analysis): Analysis {
  return variantOf(analysis, 'supposing', (machine) => ({
    ...machine,
    hostBridges: machine.hostBridges.map(forwarding),
  }));
}

const NOTHING_SAID: RootComplexForwarding = {
  writes: UNKNOWN,
  reads: UNKNOWN,
  bytesPerSecond: null,
};

function forwarding(host: HostBridge): HostBridge {
  const said = host.forwarding ?? NOTHING_SAID;
  const supposed = (each: boolean | typeof UNKNOWN) => (each === UNKNOWN ? true : each);
  return {
    ...host,
    forwarding: { ...said, writes: supposed(said.writes), reads: supposed(said.reads) },
  };
}
