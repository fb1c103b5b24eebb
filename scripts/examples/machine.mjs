// From a description of host bridges and parts to a document: numbers buses as enumeration does, gives
// addresses, finds the IOMMU groups and spells every field out.

import { giveAddresses, hex } from './addressSpace.mjs';
import { groupBy } from './groupBy.mjs';
import { iommuGroups } from './iommuGroups.mjs';

/** @typedef {import('./parts.mjs').Part} Part */
/**
 * @typedef {object} Host
 * @property {number} bus
 * @property {number} lastBus
 * @property {string} socket
 * @property {number} numaNode
 * @property {string} label
 * @property {Part[]} parts what is on the root bus
 */
/**
 * @typedef {object} Slot
 * @property {string} id
 * @property {string} label
 * @property {number} lanes
 */
/**
 * @typedef {object} Description
 * @property {string} name
 * @property {readonly object[]} sockets
 * @property {readonly object[]} socketLinks
 * @property {readonly Host[]} hosts
 * @property {readonly Slot[]} slots
 * @property {object} settings
 * @property {readonly object[]} notes
 */
/**
 * A part that has its place.
 * @typedef {object} Placed
 * @property {Part} part
 * @property {Host} host
 * @property {string} id
 * @property {number} bus
 * @property {number} device
 * @property {number} fn
 * @property {Placed | null} above
 * @property {number} secondary
 * @property {number} subordinate
 */

/** @param {number} value @param {number} digits */
const digits = (value, digits) => value.toString(16).padStart(digits, '0');

const BRIDGES = new Set(['root-port', 'upstream', 'downstream', 'pcie-to-pci']);

/**
 * Depth first, each bridge taking the next free bus number.
 * @param {Host} host
 * @returns {Placed[]}
 */
function enumerate(host) {
  /** @type {Placed[]} */
  const found = [];
  let last = host.bus;
  /** @param {readonly Part[]} parts @param {number} bus @param {Placed | null} above */
  function walk(parts, bus, above) {
    for (const part of parts) {
      const [device = 0, fn = 0] = part.at.split('.').map((text) => Number.parseInt(text, 16));
      const id = `0000:${digits(bus, 2)}:${digits(device, 2)}.${fn}`;
      const placed = { part, host, id, bus, device, fn, above, secondary: 0, subordinate: 0 };
      found.push(placed);
      if (!BRIDGES.has(part.type)) continue;
      last += 1;
      placed.secondary = last;
      walk(part.children, last, placed);
      placed.subordinate = last;
    }
  }
  walk(host.parts, host.bus, null);
  if (last > host.lastBus) throw new Error(`${host.label} runs out of bus numbers.`);
  return found;
}

/** @param {string} text `vvvv:dddd` */
function pciId(text) {
  const [vendor = '', device = ''] = text.split(':');
  return { vendor: Number.parseInt(vendor, 16), device: Number.parseInt(device, 16) };
}

/** @param {Host} host */
const hostId = (host) => `host:0000:${digits(host.bus, 2)}`;

/** @param {readonly [number, number]} rate */
const linkState = ([gts, width]) => ({ gts, width });

/** @param {Placed} placed @param {Slot | undefined} slot */
function pcie({ part, device }, slot) {
  if (part.type === 'conventional') return null;
  const isPort = part.type === 'root-port' || part.type === 'downstream';
  const link = part.capable && {
    capable: linkState(part.capable),
    current: linkState(part.current ?? [2.5, 0]),
    targetGts: part.capable[0],
    portNumber: isPort ? device : 0,
  };
  return {
    version: 2,
    link,
    slotImplemented: isPort && slot !== undefined,
    slotNumber: isPort && slot ? Number.parseInt(slot.label.replace(/\D+/g, ''), 10) : null,
    maxPayloadSupported: 512,
    maxPayload: link ? 256 : 128,
    maxReadRequest: link && !BRIDGES.has(part.type) ? 512 : 128,
    readCompletionBoundary: 64,
    tags: 256,
    relaxedOrdering: !BRIDGES.has(part.type),
    noSnoop: !BRIDGES.has(part.type),
  };
}

/** @param {Part} part */
const bars = (part) =>
  part.bars.map(({ index, space, is64bit, size, address }) => ({
    index,
    kind: space === 'io' ? 'io' : 'memory',
    is64bit,
    prefetchable: space === 'prefetchable',
    address,
    size: Number(size),
    resizableTo: null,
  }));

/**
 * @param {Placed} placed
 * @param {string | null} group
 * @param {boolean} isMultifunction
 * @param {readonly Slot[]} slots
 */
function pciFunction(placed, group, isMultifunction, slots) {
  const { part, host, id, above } = placed;
  const isBridge = BRIDGES.has(part.type);
  const feeds = slots.find((slot) => slot.id === part.slot);
  return {
    id,
    address: { domain: 0, bus: placed.bus, device: placed.device, function: placed.fn },
    fixedAddress: null,
    hotplugReserve: null,
    parent: above ? { kind: 'function', id: above.id } : { kind: 'host', id: hostId(host) },
    physfn: null,
    type: part.type,
    headerType: isBridge ? 1 : 0,
    multifunction: isMultifunction,
    pciId: pciId(part.id),
    deviceIdFromName: false,
    subsystemId: part.subsystem ? pciId(part.subsystem) : null,
    revision: part.revision,
    classCode: part.classCode,
    bridge: isBridge
      ? {
          primary: placed.bus,
          secondary: placed.secondary,
          subordinate: placed.subordinate,
          windows: part.windows,
        }
      : null,
    pcie: pcie(placed, feeds),
    acs: part.acs && {
      ...part.acs,
      // Firmware leaves ACS off; the words in use are what Linux made of them.
      firmwareControl: 0,
      egressVector: null,
      dwordAt8: 0,
    },
    ats: part.ats === null ? null : { enabled: part.ats },
    ari: null,
    sriov: part.sriov,
    bars: bars(part),
    p2pMemory:
      part.cmbBytes === null || part.cmbBar === null
        ? []
        : [{ bar: part.cmbBar, offset: 0, size: part.cmbBytes, published: true }],
    numaNode: host.numaNode,
    driver: part.driver,
    dma: part.dma,
    iommuGroup: group,
    iommuDomain: group === null ? null : 'identity',
    externalFacing: false,
    untrusted: false,
    slot: above?.part.slot ?? null,
    part: part.cmbBytes === null ? null : { model: null, latencyNs: null, cmbBytes: part.cmbBytes },
    names: { vendor: part.vendor, device: part.device, className: null, subsystem: null },
    label: part.label,
  };
}

const GIB = 1n << 30n;

/**
 * Windows of the n-th host bridge: 8 KiB of I/O ports, 160 MiB below 4 GiB, 1 TiB above 32 TiB.
 * @param {number} index
 * @returns {{ io: [bigint, bigint], memory: [bigint, bigint], prefetchable: [bigint, bigint] }}
 */
function windowsOf(index) {
  return {
    io: [0x1000n + BigInt(index) * 0x2000n, 0x2000n],
    memory: [0x90000000n + BigInt(index) * 0xa000000n, 0xa000000n],
    prefetchable: [0x200000000000n + BigInt(index) * 1024n * GIB, 1024n * GIB],
  };
}

/** @param {Host} host @param {ReturnType<typeof windowsOf>} windows */
function hostBridge(host, windows) {
  return {
    id: hostId(host),
    label: host.label,
    domain: 0,
    rootBus: host.bus,
    lastBus: host.lastBus,
    socket: host.socket,
    numaNode: host.numaNode,
    kind: 'native',
    vmdFunction: null,
    windows: Object.entries(windows).map(([kind, window]) => {
      const [base, size] = window.map(hex);
      return { kind, cpuBase: base, busBase: base, size };
    }),
    forwarding: null,
    model: null,
    isGuess: false,
  };
}

/**
 * @param {Description} description
 * @returns the document as plain data
 */
export function describeMachine({ hosts, slots, ...rest }) {
  const windows = hosts.map((_, index) => windowsOf(index));
  hosts.forEach((host, index) => {
    giveAddresses(host.parts, windows[index] ?? windowsOf(index));
  });
  const placed = hosts.flatMap(enumerate).sort((a, b) => (a.id < b.id ? -1 : 1));
  const groups = iommuGroups(placed);
  const functionsOn = groupBy(placed, ({ bus, device }) => `${bus}.${device}`);
  const { name, sockets, socketLinks, settings, notes } = rest;
  return {
    format: 'peerlane',
    schema: 2,
    name,
    origin: 'captured',
    sockets,
    socketLinks,
    hostBridges: hosts.map((host, index) => hostBridge(host, windows[index] ?? windowsOf(index))),
    functions: placed.map((one) => {
      const siblings = functionsOn.get(`${one.bus}.${one.device}`) ?? [];
      return pciFunction(one, groups.get(one) ?? null, siblings.length > 1, slots);
    }),
    slots: slots.map(({ id, label, lanes }) => ({
      id,
      label,
      ports: placed.filter(({ part }) => part.slot === id).map((port) => port.id),
      lanes,
      bifurcation: null,
      riser: null,
    })),
    sideLinks: [],
    settings,
    workload: { flows: [], groups: [], scatterlists: [] },
    notes,
    placements: [],
    sketch: null,
  };
}

/** The document as text, one function a line: what src/formats/write/writeDocument.ts writes. */
export function documentText(/** @type {object} */ machine) {
  const lines = Object.entries(machine).map(([key, value]) => {
    const isList = Array.isArray(value) && value.length > 0;
    const text = isList
      ? `[\n${value.map((item) => JSON.stringify(item)).join(',\n')}\n]`
      : JSON.stringify(value);
    return `${JSON.stringify(key)}: ${text}`;
  });
  return `{\n${lines.join(',\n')}\n}\n`;
}
