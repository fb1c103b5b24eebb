import type { PlatformPart } from '../catalogue/part.ts';
import type { HostBridge } from '../model/machine.ts';
import type { Parent } from '../model/pciFunction.ts';
import type { Surroundings } from './made.ts';

/** What a host's line says to the lines below it: the same for who reads them and who writes them. */
export function underHost(host: HostBridge, platform: PlatformPart, isCaptured: boolean) {
  const parent: Parent = { kind: 'host', id: host.id };
  const around: Surroundings = {
    isCaptured,
    rootPort: { plan: platform.rootPort, model: platform.id },
    switchPart: null,
    ports: null,
  };
  const { numaNode, domain, socket, id } = host;
  return { parent, numaNode, domain, around, port: null, slot: null, socket, id };
}
