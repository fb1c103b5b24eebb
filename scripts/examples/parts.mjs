// What the example machines are made of: a part, and the ports of root complexes and switches. Ids
// are those of pci.ids; registers are as lspci shows them on such parts.

/**
 * @typedef {object} Space
 * @property {number} index
 * @property {'memory' | 'prefetchable' | 'io'} space
 * @property {boolean} is64bit
 * @property {bigint} size
 * @property {string | null} address
 */
/**
 * @typedef {object} Part
 * @property {string} at device and function: `01.0`
 * @property {string} type
 * @property {string} id
 * @property {number} classCode
 * @property {number} revision
 * @property {string | null} subsystem
 * @property {string} vendor
 * @property {string} device
 * @property {string | null} driver
 * @property {string | null} label
 * @property {string | null} slot the slot that this port feeds
 * @property {readonly [number, number] | null} capable GT/s and lanes
 * @property {readonly [number, number] | null} current
 * @property {{ capability: number, control: number } | null} acs
 * @property {boolean | null} ats
 * @property {object | null} sriov
 * @property {object | 'unknown'} dma
 * @property {Space[]} bars
 * @property {number | null} cmbBytes
 * @property {number | null} cmbBar
 * @property {Part[]} children
 * @property {{ kind: string, base: string, limit: string }[]} windows
 */

/** @type {Omit<Part, 'bars' | 'children' | 'windows'>} */
const PLAIN = {
  at: '00.0',
  type: 'endpoint',
  id: '0000:0000',
  classCode: 0,
  revision: 0,
  subsystem: null,
  vendor: '',
  device: '',
  driver: null,
  label: null,
  slot: null,
  capable: null,
  current: null,
  acs: null,
  ats: null,
  sriov: null,
  dma: 'unknown',
  cmbBytes: null,
  cmbBar: null,
};

/** @param {Partial<Part>} facts @returns {Part} */
export const part = (facts) => ({ ...PLAIN, bars: [], children: [], windows: [], ...facts });

/**
 * @param {number} index @param {Space['space']} space @param {bigint} size
 * @returns {Space}
 */
export const bar = (index, space, size, is64bit = space !== 'io') => ({
  index,
  space,
  is64bit,
  size,
  address: null,
});

/** What a port of the root complex or a switch can do: every bit but egress control. */
const PORT_ACS = 0x5f;
/** The same without direct translated requests, as on Xeon root ports. */
const ROOT_PORT_ACS = 0x1f;
/** SV, RR, CR and UF: what Linux sets on every port when it uses an IOMMU (pci_std_enable_acs()). */
export const ISOLATING = 0x1d;
/** The same after `pci=disable_acs_redir=`, on 6.12.117: the firmware's word without RR, CR and EC. */
export const NOT_REDIRECTING = 0;

const BRIDGE = { classCode: 0x060400, driver: 'pcieport' };
/**
 * @param {string} at @param {Partial<Part>} facts @param {Part[]} children
 * @returns {Part}
 */
export const rootPort = (at, facts, children) =>
  part({
    ...BRIDGE,
    at,
    type: 'root-port',
    acs: { capability: ROOT_PORT_ACS, control: ISOLATING },
    current: linkBelow(children) ?? null,
    ...facts,
    children,
  });

/** @param {readonly Part[]} children */
const linkBelow = (children) => children[0]?.current;

const PEX890XX = {
  ...BRIDGE,
  id: '1000:c030',
  revision: 0xb0,
  subsystem: '1000:100b',
  vendor: 'Broadcom / LSI',
  device: 'PEX890xx PCIe Gen 5 Switch',
};

/**
 * A switch: its upstream port with the downstream ports below it, one a device.
 * @param {{ label: string, control: number, link: readonly [number, number] }} facts
 * @param {{ slot: string | null, capable: readonly [number, number], devices: Part[] }[]} ports
 */
export const pex890xx = ({ label, control, link }, ports) =>
  part({
    ...PEX890XX,
    type: 'upstream',
    label,
    capable: link,
    current: link,
    children: ports.map(({ slot, capable, devices }, index) =>
      part({
        ...PEX890XX,
        at: `${index.toString(16).padStart(2, '0')}.0`,
        type: 'downstream',
        slot,
        capable,
        current: linkBelow(devices) ?? null,
        acs: { capability: PORT_ACS, control },
        children: devices,
      }),
    ),
  });
