// A machine as `lspci -vnn` prints it for somebody who is not root: headers, windows, BARs and drivers,
// and of all capabilities together that access is denied.

/** @type {Readonly<Record<string, string>>} as pci.ids names them */
const CLASS_NAMES = {
  '0108': 'Non-Volatile memory controller',
  '0200': 'Ethernet controller',
  '0300': 'VGA compatible controller',
  '0403': 'Audio device',
  '0600': 'Host bridge',
  '0601': 'ISA bridge',
  '0604': 'PCI bridge',
  '0806': 'IOMMU',
  '0c03': 'USB controller',
  '0c05': 'SMBus',
};

/** @type {Readonly<Record<string, string>>} */
const PROGRAMMING_INTERFACES = {
  '010802': 'NVM Express',
  '030000': 'VGA controller',
  '060400': 'Normal decode',
  '0c0330': 'XHCI',
};

/** @typedef {ReturnType<typeof import('./machine.mjs').describeMachine>['functions'][number]} Fn */

/** @param {number} value @param {number} digits */
const hex = (value, digits) => value.toString(16).padStart(digits, '0');

/** @param {{ vendor: number, device: number }} id */
const idText = ({ vendor, device }) => `[${hex(vendor, 4)}:${hex(device, 4)}]`;

/** @param {bigint} bytes */
function sizeText(bytes) {
  for (const [unit, shift] of /** @type {const} */ ([
    ['G', 30n],
    ['M', 20n],
    ['K', 10n],
  ])) {
    if (bytes >> shift > 0n && bytes % (1n << shift) === 0n) return `${bytes >> shift}${unit}`;
  }
  return String(bytes);
}

/** @param {Fn} fn */
function heading(fn) {
  const className = hex(fn.classCode >> 8, 4);
  const revision = fn.revision > 0 ? ` (rev ${hex(fn.revision, 2)})` : '';
  const interfaceName = PROGRAMMING_INTERFACES[hex(fn.classCode, 6)];
  const programming = interfaceName
    ? ` (prog-if ${hex(fn.classCode & 0xff, 2)} [${interfaceName}])`
    : '';
  const name = `${fn.names.vendor} ${fn.names.device} ${idText(fn.pciId)}`;
  return `${fn.id.slice(5)} ${CLASS_NAMES[className]} [${className}]: ${name}${revision}${programming}`;
}

/** @type {Readonly<Record<string, string>>} */
const WINDOW_NAMES = {
  io: 'I/O behind bridge',
  memory: 'Memory behind bridge',
  prefetchable: 'Prefetchable memory behind bridge',
};

/** @param {{ kind: string, base: string, limit: string }} window */
function windowLine({ kind, base, limit }) {
  const digits = kind === 'prefetchable' ? 16 : 8;
  const [from, to] = [BigInt(base), BigInt(limit)];
  const text = [from, to].map((value) => value.toString(16).padStart(digits, '0')).join('-');
  const width = { io: '16-bit', memory: '32-bit', prefetchable: '64-bit' }[kind];
  return `${WINDOW_NAMES[kind]}: ${text} [size=${sizeText(to - from + 1n)}] [${width}]`;
}

/** @param {Fn['bars'][number]} bar */
function barLine({ kind, is64bit, prefetchable, address, size }) {
  const at = (address ?? '0x0').slice(2);
  if (kind === 'io') return `I/O ports at ${at} [size=${size}]`;
  const flags = `${is64bit ? '64' : '32'}-bit, ${prefetchable ? '' : 'non-'}prefetchable`;
  return `Memory at ${at} (${flags}) [size=${sizeText(BigInt(size))}]`;
}

/** @param {Fn} fn */
function inGroup({ iommuGroup }) {
  return iommuGroup === null ? '' : `, IOMMU group ${iommuGroup}`;
}

/** @param {Fn} fn */
function block(fn) {
  const { bridge } = fn;
  const isExpress = fn.pcie !== null;
  const lines = [
    ...(fn.subsystemId && !bridge
      ? [`Subsystem: ${fn.names.vendor} Device ${idText(fn.subsystemId)}`]
      : []),
    `Flags: ${isExpress ? 'bus master, ' : ''}fast devsel, latency 0${inGroup(fn)}`,
    ...fn.bars.map(barLine),
    ...(bridge
      ? [
          `Bus: primary=${hex(bridge.primary, 2)}, secondary=${hex(bridge.secondary, 2)}, subordinate=${hex(bridge.subordinate, 2)}, sec-latency=0`,
          ...bridge.windows.map(windowLine),
        ]
      : []),
    ...(isExpress ? ['Capabilities: <access denied>'] : []),
    ...(fn.driver === null ? [] : [`Kernel driver in use: ${fn.driver}`]),
  ];
  return `${[heading(fn), ...lines.map((line) => `\t${line}`)].join('\n')}\n`;
}

/** @param {{ functions: readonly Fn[] }} machine */
export function lspciText({ functions }) {
  return `${functions.map(block).join('\n')}\n`;
}
