import * as z from 'zod/mini';
import type { Brand } from '../base/brand.ts';
import { type Hex64, isHex64 } from '../base/hex.ts';
import type { Machine } from './machine.ts';
import { FUNCTION_TYPES } from './pciFunction.ts';
import { IOMMU_HARDWARE, IOMMU_MODES } from './settings.ts';
import { RAM_PAGES } from './workload.ts';

/*
 * The document's form, for what comes from outside. The interfaces are the source of the types;
 * the last lines make the compiler compare the two.
 */

const unknown = z.literal('unknown');
const count = z.int().check(z.minimum(0));
const rate = z.number().check(z.minimum(0));
const bits = (width: number) => z.int().check(z.minimum(0), z.maximum(2 ** width - 1));
const orUnknown = <T extends z.ZodMiniType>(inner: T) => z.union([inner, unknown]);
const maybe = <T extends z.ZodMiniType>(inner: T) => z.union([inner, z.null(), unknown]);
const id = <Name extends string>() => z.custom<Brand<string, Name>>(isId, 'expected an id');
const hex64 = z.custom<Hex64>(isHex, 'expected an address such as "0x4000000000"');
const text = z.string();
const textOrNull = z.nullable(text);

function isId(value: unknown): boolean {
  return typeof value === 'string' && value.length > 0 && value.length <= 256;
}

function isHex(value: unknown): boolean {
  return typeof value === 'string' && isHex64(value);
}

const address = z.object({
  domain: bits(32),
  bus: bits(8),
  device: bits(5),
  function: bits(3),
});

const pciId = z.object({ vendor: bits(16), device: orUnknown(bits(16)) });

const linkState = z.object({ gts: orUnknown(z.number()), width: orUnknown(count) });

const link = z.object({
  capable: orUnknown(linkState),
  current: orUnknown(linkState),
  targetGts: maybe(z.number()),
  portNumber: orUnknown(bits(8)),
});

const pcie = z.object({
  version: orUnknown(count),
  link: maybe(link),
  slotImplemented: orUnknown(z.boolean()),
  slotNumber: maybe(count),
  maxPayloadSupported: orUnknown(count),
  maxPayload: orUnknown(count),
  maxReadRequest: orUnknown(count),
  readCompletionBoundary: orUnknown(count),
  tags: orUnknown(count),
  relaxedOrdering: orUnknown(z.boolean()),
  noSnoop: orUnknown(z.boolean()),
});

const acs = z.object({
  capability: orUnknown(bits(16)),
  control: orUnknown(bits(16)),
  firmwareControl: orUnknown(bits(16)),
  egressVector: maybe(z.readonly(z.array(bits(32)))),
  dwordAt8: orUnknown(bits(32)),
});

const bar = z.object({
  index: count,
  kind: z.enum(['memory', 'io']),
  is64bit: z.boolean(),
  prefetchable: z.boolean(),
  address: z.nullable(hex64),
  size: orUnknown(count),
  resizableTo: maybe(z.readonly(z.array(count))),
});
const bars = orUnknown(z.readonly(z.array(bar)));

const bridge = z.object({
  primary: orUnknown(bits(8)),
  secondary: orUnknown(bits(8)),
  subordinate: orUnknown(bits(8)),
  windows: orUnknown(
    z.readonly(
      z.array(
        z.object({
          kind: z.enum(['io', 'memory', 'prefetchable']),
          base: hex64,
          limit: hex64,
        }),
      ),
    ),
  ),
});

const sriov = z.object({
  enabled: orUnknown(z.boolean()),
  totalVfs: orUnknown(count),
  numVfs: orUnknown(count),
  firstVfOffset: orUnknown(count),
  vfStride: orUnknown(count),
  vfDeviceId: orUnknown(bits(16)),
  bars,
});

const functionId = id<'FunctionId'>();
const hostBridgeId = id<'HostBridgeId'>();
const socketId = id<'SocketId'>();
const slotId = id<'SlotId'>();
const flowId = id<'FlowId'>();
const scatterlistId = id<'ScatterlistId'>();

const pciFunction = z.object({
  id: functionId,
  address: z.nullable(address),
  fixedAddress: z.nullable(
    z.object({
      bus: z.nullable(bits(8)),
      device: z.nullable(bits(5)),
      function: z.nullable(bits(3)),
    }),
  ),
  hotplugReserve: z.nullable(z.object({ buses: bits(8), memory: count, prefetchable: count })),
  parent: orUnknown(
    z.union([
      z.object({ kind: z.literal('function'), id: functionId }),
      z.object({ kind: z.literal('host'), id: hostBridgeId }),
    ]),
  ),
  physfn: z.nullable(functionId),
  type: orUnknown(z.enum(FUNCTION_TYPES)),
  headerType: orUnknown(bits(7)),
  multifunction: orUnknown(z.boolean()),
  pciId: orUnknown(pciId),
  deviceIdFromName: z.boolean(),
  subsystemId: maybe(pciId),
  revision: orUnknown(bits(8)),
  classCode: orUnknown(bits(24)),
  bridge: maybe(bridge),
  pcie: maybe(pcie),
  acs: maybe(acs),
  ats: maybe(z.object({ enabled: orUnknown(z.boolean()) })),
  ari: maybe(z.object({ nextFunction: orUnknown(bits(8)) })),
  sriov: maybe(sriov),
  bars,
  p2pMemory: z.readonly(
    z.array(z.object({ bar: count, offset: count, size: count, published: z.boolean() })),
  ),
  numaNode: maybe(z.int()),
  driver: textOrNull,
  dma: orUnknown(z.object({ maskBits: bits(7), maxSegment: count, segmentBoundary: hex64 })),
  iommuGroup: textOrNull,
  iommuDomain: textOrNull,
  externalFacing: orUnknown(z.boolean()),
  untrusted: orUnknown(z.boolean()),
  slot: z.nullable(slotId),
  part: z.nullable(
    z.object({
      model: textOrNull,
      latencyNs: z.nullable(z.number()),
      throughBytesPerSecond: z.exactOptional(rate),
      cmbBytes: z.nullable(count),
    }),
  ),
  names: z.object({
    vendor: textOrNull,
    device: textOrNull,
    className: textOrNull,
    subsystem: textOrNull,
  }),
  label: textOrNull,
});

const hostBridge = z.object({
  id: hostBridgeId,
  label: textOrNull,
  domain: bits(32),
  rootBus: z.nullable(bits(8)),
  lastBus: orUnknown(bits(8)),
  socket: maybe(socketId),
  numaNode: maybe(z.int()),
  kind: z.enum(['native', 'vmd']),
  vmdFunction: maybe(functionId),
  windows: orUnknown(
    z.readonly(
      z.array(
        z.object({
          kind: z.enum(['io', 'memory', 'prefetchable']),
          cpuBase: hex64,
          busBase: hex64,
          size: hex64,
          chosen: z.exactOptional(z.enum(['address', 'all'])),
        }),
      ),
    ),
  ),
  forwarding: z.nullable(
    z.object({
      writes: orUnknown(z.boolean()),
      reads: orUnknown(z.boolean()),
      bytesPerSecond: z.nullable(rate),
    }),
  ),
  model: textOrNull,
  isGuess: z.boolean(),
});

const flowEnd = z.union([
  z.object({ kind: z.literal('function'), id: functionId }),
  z.object({ kind: z.literal('memory'), socket: z.nullable(socketId) }),
  z.object({ kind: z.literal('scatterlist'), id: scatterlistId }),
]);

const flowEngine = z.union([
  z.object({ kind: z.literal('function'), id: functionId }),
  z.object({
    kind: z.literal('cpu'),
    socket: z.nullable(socketId),
    caching: z.enum(['UC', 'WC', 'WB']),
  }),
]);

const workload = z.object({
  flows: z.readonly(
    z.array(
      z.object({
        id: flowId,
        label: textOrNull,
        from: flowEnd,
        to: flowEnd,
        operation: z.enum(['write', 'read', 'copy']),
        by: z.nullable(flowEngine),
        bothWays: z.boolean(),
        sizeBytes: z.nullable(count),
        queueDepth: z.nullable(count),
        rateBytesPerSecond: z.nullable(rate),
      }),
    ),
  ),
  groups: z.readonly(
    z.array(
      z.object({
        id: flowId,
        label: textOrNull,
        pattern: z.enum(['ring', 'all-to-all', 'incast', 'sequence', 'nvme-of']),
        members: z.readonly(z.array(flowEnd)),
        through: z.exactOptional(flowEnd),
        operation: z.enum(['write', 'read']),
        sizeBytes: z.nullable(count),
      }),
    ),
  ),
  scatterlists: z.readonly(
    z.array(
      z.object({
        id: scatterlistId,
        label: textOrNull,
        client: functionId,
        entries: z.readonly(
          z.array(
            z.union([
              z.object({
                kind: z.literal('ram'),
                address: hex64,
                length: count,
                page: z.exactOptional(z.enum(RAM_PAGES)),
              }),
              z.object({
                kind: z.literal('peer'),
                provider: functionId,
                bar: count,
                offset: count,
                length: count,
              }),
            ]),
          ),
        ),
      }),
    ),
  ),
});

const settings = z.object({
  kernel: text,
  cmdline: text,
  cpu: orUnknown(
    z.object({
      arch: z.enum(['x86', 'arm64', 'powerpc', 'riscv', 'loongarch', 's390', 'other']),
      vendor: textOrNull,
      family: maybe(count),
    }),
  ),
  iommu: orUnknown(z.enum(IOMMU_HARDWARE)),
  iommuMode: maybe(z.enum(IOMMU_MODES)),
  acsWords: z.enum(['as-is', 'boot']),
});

export const machineSchema = z.object({
  format: z.literal('peerlane'),
  schema: z.literal(2),
  name: text,
  origin: z.enum(['captured', 'drawn']),
  sockets: z.readonly(
    z.array(
      z.object({
        id: socketId,
        label: textOrNull,
        numaNode: z.nullable(z.int()),
        model: textOrNull,
      }),
    ),
  ),
  socketLinks: z.readonly(
    z.array(
      z.object({
        from: socketId,
        to: socketId,
        bytesPerSecond: z.nullable(rate),
        latencyNs: z.nullable(z.number()),
      }),
    ),
  ),
  hostBridges: z.readonly(z.array(hostBridge)),
  functions: z.readonly(z.array(pciFunction)),
  slots: z.readonly(
    z.array(
      z.object({
        id: slotId,
        label: textOrNull,
        ports: z.readonly(z.array(functionId)),
        lanes: z.nullable(count),
        bifurcation: z.nullable(z.readonly(z.array(count))),
        riser: textOrNull,
      }),
    ),
  ),
  sideLinks: z.readonly(
    z.array(
      z.object({
        kind: z.enum(['nvlink', 'cxl', 'c2c', 'other']),
        from: z.union([functionId, socketId]),
        to: z.union([functionId, socketId]),
        label: textOrNull,
      }),
    ),
  ),
  settings,
  workload,
  notes: z.readonly(
    z.array(
      z.object({
        id: id<'NoteId'>(),
        about: z.nullable(z.union([functionId, hostBridgeId, socketId, slotId])),
        on: z.exactOptional(z.literal('link')),
        text,
      }),
    ),
  ),
  placements: z.readonly(
    z.array(
      z.object({
        about: z.union([functionId, hostBridgeId, socketId, slotId]),
        dx: z.number(),
        dy: z.number(),
        pinned: z.boolean(),
        collapsed: z.boolean(),
        locked: z.boolean(),
      }),
    ),
  ),
  sketch: textOrNull,
});

type Read = z.infer<typeof machineSchema>;
const schemaReadsMachines = (value: Read): Machine => value;
const machinesFitSchema = (value: Machine): Read => value;
void [schemaReadsMachines, machinesFitSchema];
