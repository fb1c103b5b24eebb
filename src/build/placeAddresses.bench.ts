import { bench, describe } from 'vitest';
import { hex64 } from '../base/hex.ts';
import { addressMap } from './addressMap.ts';
import { placeAddresses } from './placeAddresses.ts';
import { bigMachine } from './placeBig.testkit.ts';
import { hostBridge } from './placeMachine.testkit.ts';

for (const count of [500, 2000, 5000]) {
  describe(`${count} functions`, () => {
    const machine = bigMachine(count);
    const placed = placeAddresses(machine).machine;
    // Half of what would be needed above 4 GiB: some must go without.
    const narrow = {
      ...machine,
      hostBridges: machine.hostBridges.map(({ id }, at) =>
        hostBridge(id, {
          windows: [
            {
              kind: 'prefetchable',
              cpuBase: hex64(0x100_0000_0000n * BigInt(at + 1)),
              busBase: hex64(0x100_0000_0000n * BigInt(at + 1)),
              size: hex64(BigInt(count) * 0x200_0000n),
            },
          ],
        }),
      ),
    };
    bench('placed', () => {
      placeAddresses(machine);
    });
    bench('placed where half has no room', () => {
      placeAddresses(narrow);
    });
    bench('drawn as a map', () => {
      addressMap(placed);
    });
  });
}
