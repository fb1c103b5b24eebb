import { hex64 } from '../base/hex.ts';
import { UNKNOWN } from '../base/unknown.ts';
import { compareAddresses, formatAddress, parseAddress } from './address.ts';
import { blankMachine, UNKNOWN_PCIE, unknownFunction } from './blank.ts';
import type { FunctionId, HostBridgeId } from './ids.ts';
import type { Machine } from './machine.ts';
import type { FunctionType, PciFunction, PciId } from './pciFunction.ts';
import type { AcsRegisters } from './registers.ts';

/** An address as the tests write it: `03:00.0` is in domain 0. */
export function id(text: string): FunctionId {
  const address = parseAddress(text);
  if (!address) throw new Error(`${text} is no address`);
  return formatAddress(address) as FunctionId;
}

/** ACS words: control set to this, every capability bit there. */
export function acs(control: number, capability = 0x005f): AcsRegisters {
  return { capability, control, firmwareControl: UNKNOWN, egressVector: null, dwordAt8: UNKNOWN };
}

interface Parts {
  readonly id?: string;
  readonly acs?: PciFunction['acs'];
  readonly physfn?: string;
  /** The input does not show what is above it. */
  readonly orphan?: true;
  readonly change?: Partial<PciFunction>;
}

/**
 * Describes a machine the way a test reads it: functions by address, bridges with the buses behind
 * them; the tree follows from the numbers. Nothing is unknown unless a test says so.
 */
export class MachineBuilder {
  readonly #functions: PciFunction[] = [];
  readonly #orphans = new Set<FunctionId>();

  /** A conventional function at 00.0 of a root bus: what stands for its host bridge. */
  host(address: string, pciId: string): this {
    return this.#add(address, 'conventional', { id: pciId, change: { classCode: 0x060000 } });
  }

  rootPort(address: string, buses: string, parts: Parts = {}): this {
    return this.#bridge(address, 'root-port', buses, parts);
  }

  upstream(address: string, buses: string, parts: Parts = {}): this {
    return this.#bridge(address, 'upstream', buses, parts);
  }

  downstream(address: string, buses: string, parts: Parts = {}): this {
    return this.#bridge(address, 'downstream', buses, parts);
  }

  endpoint(address: string, parts: Parts = {}): this {
    return this.#add(address, 'endpoint', parts);
  }

  rciep(address: string, parts: Parts = {}): this {
    return this.#add(address, 'rciep', parts);
  }

  build(): Machine {
    const functions = [...this.#functions].sort((a, b) =>
      a.address && b.address ? compareAddresses(a.address, b.address) : 0,
    );
    const owners = new Map<string, FunctionId>();
    for (const fn of functions) {
      if (fn.bridge === null || fn.bridge === UNKNOWN || !fn.address) continue;
      owners.set(`${fn.address.domain}:${fn.bridge.secondary}`, fn.id);
    }
    const hosts = new Map<string, HostBridgeId>();
    const placed = functions.map((fn): PciFunction => {
      if (!fn.address || this.#orphans.has(fn.id)) return fn;
      const bus = `${fn.address.domain}:${fn.address.bus}`;
      const above = owners.get(bus);
      if (above) return { ...fn, parent: { kind: 'function', id: above } };
      const host = `host:${bus}` as HostBridgeId;
      hosts.set(bus, host);
      return { ...fn, parent: { kind: 'host', id: host } };
    });
    return {
      ...blankMachine('captured', 'test'),
      hostBridges: [...hosts].map(([bus, hostId]) => ({
        id: hostId,
        label: null,
        domain: Number(bus.split(':')[0]),
        rootBus: Number(bus.split(':')[1]),
        lastBus: UNKNOWN,
        socket: null,
        numaNode: null,
        kind: 'native',
        vmdFunction: null,
        windows: UNKNOWN,
        forwarding: null,
        model: null,
        isGuess: false,
      })),
      functions: placed,
    };
  }

  #bridge(address: string, type: FunctionType, buses: string, parts: Parts): this {
    const [secondary = '', subordinate = secondary] = buses.split('-');
    return this.#add(address, type, {
      ...parts,
      change: {
        headerType: 1,
        classCode: 0x060400,
        bridge: {
          primary: parseAddress(address)?.bus ?? 0,
          secondary: Number.parseInt(secondary, 16),
          subordinate: Number.parseInt(subordinate, 16),
          windows: [{ kind: 'memory', base: hex64(0n), limit: hex64(0xfffffn) }],
        },
        ...parts.change,
      },
    });
  }

  #add(text: string, type: FunctionType, parts: Parts): this {
    const address = parseAddress(text);
    if (!address) throw new Error(`${text} is no address`);
    if (parts.orphan) this.#orphans.add(id(text));
    const conventional = type === 'conventional' || type === 'conventional-bridge';
    this.#functions.push({
      ...unknownFunction(id(text), address),
      type,
      headerType: 0,
      multifunction: address.function > 0,
      pciId: pciId(parts.id ?? '1b36:0010'),
      classCode: 0x010802,
      bridge: null,
      pcie: conventional ? null : UNKNOWN_PCIE,
      acs: parts.acs ?? null,
      ats: null,
      ari: null,
      sriov: null,
      bars: [],
      driver: null,
      iommuGroup: null,
      iommuDomain: null,
      numaNode: null,
      physfn: parts.physfn === undefined ? null : id(parts.physfn),
      ...parts.change,
    });
    return this;
  }
}

function pciId(text: string): PciId {
  const [vendor = '', device = ''] = text.split(':');
  return { vendor: Number.parseInt(vendor, 16), device: Number.parseInt(device, 16) };
}
