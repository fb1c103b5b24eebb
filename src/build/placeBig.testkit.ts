import type { FunctionId } from '../model/ids.ts';
import type { Machine } from '../model/machine.ts';
import type { PciFunction } from '../model/pciFunction.ts';
import { bar, below, drawn, hostBridge, onBus, partAt, sriov } from './placeMachine.testkit.ts';

const MIB = 2 ** 20;

/**
 * A machine of about that many functions: eight host bridges, root ports with switches of sixteen
 * ports, below each of them a card of two functions, of which the first has BARs of 16 KiB, 64 MiB and
 * 4 GiB and four virtual functions.
 */
export function bigMachine(count: number): Machine {
  const hosts = Array.from({ length: 8 }, (_, at) => hostBridge(`h${at}`));
  const functions: PciFunction[] = [];
  for (let root = 0; functions.length < count; root++) {
    const port = `rp${root}`;
    functions.push(partAt(port, onBus(`h${root % 8}`), 'root-port'));
    functions.push(
      partAt(`up${root}`, below(port), 'upstream', {
        bars: [bar(0, 256 * 1024, { prefetchable: false, is64bit: false })],
      }),
    );
    for (let slot = 0; slot < 16; slot++) {
      const id = `${port}/${slot}`;
      functions.push(partAt(`${id}/port`, below(`up${root}`), 'downstream'));
      functions.push(
        partAt(id, below(`${id}/port`), 'endpoint', {
          bars: [bar(0, 16 * 1024, { prefetchable: false }), bar(2, 64 * MIB), bar(4, 4096 * MIB)],
          sriov: sriov(4, [bar(0, MIB)]),
        }),
      );
      functions.push(partAt(`${id}/f1`, below(`${id}/port`), 'endpoint', { bars: [bar(0, MIB)] }));
      for (let vf = 1; vf <= 4; vf++) {
        const physfn = id as FunctionId;
        functions.push(partAt(`${id}/vf${vf}`, below(`${id}/port`), 'endpoint', { physfn }));
      }
    }
  }
  return drawn(hosts, functions);
}
