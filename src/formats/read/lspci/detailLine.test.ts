import { describe, expect, it } from 'vitest';
import { UNKNOWN } from '../../../base/unknown.ts';
import { isKnownDetail, readDetailLine } from './detailLine.ts';
import { draftOf, valuesOf } from './dump.testkit.ts';
import { blankTextDraft } from './textDraft.ts';

const factsOf = (...lines: readonly string[]) => valuesOf(draftOf(...lines).facts);

describe('lines of the PCI Express capability', () => {
  it.each([
    ['Express (v2) Root Port (Slot+), MSI 00', 'root-port', true],
    ['Express (v1) Root Port (Slot-), MSI 00', 'root-port', false],
    ['Express Root Port (Slot-), IntMsgNum 0', 'root-port', false],
    ['Express (v2) Endpoint, MSI 00', 'endpoint', false],
    ['Express (v2) Endpoint, IntMsgNum 0', 'endpoint', false],
    ['Express (v2) Legacy Endpoint, MSI 00', 'legacy-endpoint', false],
    ['Express (v2) Upstream Port, MSI 00', 'upstream', false],
    ['Express (v2) Downstream Port (Slot+), MSI 00', 'downstream', true],
    ['Express Root Complex Integrated Endpoint, MSI 00', 'rciep', false],
    ['Express (v2) Root Complex Event Collector, MSI 00', 'rcec', false],
    ['Express (v1) PCI-Express to PCI/PCI-X Bridge, MSI 00', 'pcie-to-pci', false],
    ['Express (v2) PCI/PCI-X to PCI-Express Bridge (Slot-), MSI 00', 'pci-to-pcie', false],
    ['Express Unknown type IRQ 0', undefined, undefined],
  ])('%s', (name, type, slotImplemented) => {
    const facts = factsOf(`Capabilities: [40] ${name}`);
    expect(facts.pcie).toBe(true);
    expect(facts.type).toBe(type);
    expect(facts.slotImplemented).toBe(slotImplemented);
  });

  it('gives the version where it is printed', () => {
    expect(factsOf('Capabilities: [40] Express (v1) Endpoint, MSI 00')).toEqual({
      pcie: true,
      pcieVersion: 1,
      tenBitTags: false,
      type: 'endpoint',
      link: true,
      targetGts: null,
      slotImplemented: false,
    });
  });

  it.each([
    ['LnkCap:	Port #5, Speed 16GT/s, Width x16, ASPM L1', 5, 16, 16],
    ['LnkCap: Port #0, Speed unknown, Width x0, ASPM L0s', 0, undefined, 0],
    ['LnkCap: Port #2, Speed 2.5GT/s, Width x1, ASPM L0s L1, Latency L0 <1us', 2, 2.5, 1],
    ['Link: Supported Speed 2.5Gb/s, Width x8, ASPM L0s, Port 4', 4, 2.5, 8],
  ])('%s', (line, portNumber, capableGts, capableWidth) => {
    const facts = factsOf(line);
    expect([facts.portNumber, facts.capableGts, facts.capableWidth]).toEqual([
      portNumber,
      capableGts,
      capableWidth,
    ]);
  });

  it.each([
    ['LnkSta:	Speed 8GT/s (ok), Width x8 (downgraded)', 8, 8],
    ['LnkSta: Speed unknown (downgraded), Width x0 (downgraded)', undefined, 0],
    ['LnkSta: Speed 2.5GT/s, Width x16, TrErr- Train- SlotClk+', 2.5, 16],
    ['LnkSta: Speed 32GT/s (overdriven), Width x4 (overdriven)', 32, 4],
    ['Link: Speed 2.5Gb/s, Width x1', 2.5, 1],
  ])('%s', (line, currentGts, currentWidth) => {
    const facts = factsOf(line);
    expect([facts.currentGts, facts.currentWidth]).toEqual([currentGts, currentWidth]);
  });

  it('reads device registers, wherever their lines stand', () => {
    expect(
      factsOf(
        'DevCap:	MaxPayload 512 bytes, PhantFunc 0',
        'DevCtl:	CorrErr- NonFatalErr- FatalErr- UnsupReq-',
        '	RlxdOrd+ ExtTag+ PhantFunc- AuxPwr- NoSnoop-',
        '	MaxPayload 256 bytes, MaxReadReq 4096 bytes',
        'DevCap2: Completion Timeout: Range ABCD, TimeoutDis+ NROPrPrP- LTR+',
        'DevCtl2: Completion Timeout: 50us to 50ms, TimeoutDis- LTR+ 10BitTagReq- OBFF Disabled,',
        'LnkCtl2: Target Link Speed: 8GT/s, EnterCompliance- SpeedDis-',
        'LnkCtl:	ASPM Disabled; RCB 64 bytes, Disabled- CommClk+',
        'SltCap:	AttnBtn- PwrCtrl- MRL- AttnInd- PwrInd- HotPlug+ Surprise-',
        '	Slot #42, PowerLimit 75.000W; Interlock- NoCompl+',
      ),
    ).toEqual({
      maxPayloadSupported: 512,
      relaxedOrdering: true,
      extendedTags: true,
      noSnoop: false,
      maxPayload: 256,
      maxReadRequest: 4096,
      tenBitTags: false,
      targetGts: 8,
      readCompletionBoundary: 64,
      slotNumber: 42,
    });
  });

  it('reads 10-bit tags from a line of their own (pciutils 3.11)', () => {
    expect(factsOf('10BitTagReq+ OBFF Disabled, EETLPPrefixBlk-')).toEqual({ tenBitTags: true });
  });
});

describe('lines of extended capabilities', () => {
  it.each([
    ['SrcValid+ TransBlk+ ReqRedir+ CmpltRedir+ UpstreamFwd+ EgressCtrl- DirectTrans+', 0x5f],
    ['SrcValid- TransBlk- ReqRedir- CmpltRedir- UpstreamFwd- EgressCtrl- DirectTrans-', 0],
    ['SrcValid+ TransBlk- ReqRedir+ CmpltRedir+ UpstreamFwd+ EgressCtrl- DirectTrans-', 0x1d],
  ])('ACSCap: %s', (flags, word) => {
    expect(factsOf(`ACSCap:	${flags}`)).toEqual({
      acs: true,
      acsCapability: word,
      egressVector: null,
    });
    expect(factsOf(`ACSCtl:	${flags}`)).toEqual({ acs: true, acsControl: word });
  });

  it('leaves the egress vector open where there is one', () => {
    const flags = 'SrcValid+ TransBlk+ ReqRedir+ CmpltRedir+ UpstreamFwd+ EgressCtrl+ DirectTrans+';
    expect(factsOf(`ACSCap: ${flags}`)).toEqual({ acs: true, acsCapability: 0x7f });
  });

  it('takes a cut ACS line for the presence only', () => {
    expect(factsOf('ACSCap: SrcValid+ TransBlk+ ReqRe')).toEqual({ acs: true });
  });

  it.each([
    ['[148 v1] Access Control Services', 'acs'],
    ['[148] Access Control Services', 'acs'],
    ['[150 v1] Alternative Routing-ID Interpretation (ARI)', 'ari'],
    ['[1d0 v1] Address Translation Service (ATS)', 'ats'],
    ['[160 v1] Single Root I/O Virtualization (SR-IOV)', 'sriov'],
  ])('Capabilities: %s', (text, name) => {
    const draft = draftOf(`Capabilities: ${text}`);
    expect(valuesOf(draft.facts)).toEqual({ [name]: true });
    expect(draft.evidence).toMatchObject({ capabilities: 'listed', extended: true });
  });

  it('reads ARI and ATS', () => {
    expect(factsOf('ARICap:	MFVC- ACS-, Next Function: 1', 'ARICtl: MFVC- ACS-')).toEqual({
      ari: true,
      ariNextFunction: 1,
    });
    expect(factsOf('ATSCtl: Enable+, Smallest Translation Unit: 00')).toEqual({
      ats: true,
      atsEnabled: true,
    });
  });

  it('reads SR-IOV and the regions inside it', () => {
    const draft = draftOf(
      'Region 0: Memory at f1400000 (64-bit, non-prefetchable) [size=4M]',
      'Capabilities: [160 v1] Single Root I/O Virtualization (SR-IOV)',
      'IOVCtl:	Enable+ Migration- Interrupt- MSE+ ARIHierarchy+',
      'IOVSta:	Migration-',
      'Initial VFs: 64, Total VFs: 64, Number of VFs: 8, Function Dependency Link: 00',
      'VF offset: 128, stride: 2, Device ID: 10ca',
      'Supported Page Size: 00000553, System Page Size: 00000001',
      'Region 0: Memory at 00000000b0400000 (64-bit, prefetchable)',
      'VF Migration: offset: 00000000, BIR: 0',
    );
    expect(valuesOf(draft.facts)).toEqual({
      sriov: true,
      vfEnabled: true,
      totalVfs: 64,
      numVfs: 8,
      firstVfOffset: 128,
      vfStride: 2,
      vfDeviceId: 0x10ca,
    });
    expect(draft.bars.get(0)?.address).toBe('0xf1400000');
    expect(draft.vfBars.get(0)?.address).toBe('0xb0400000');
  });
});

describe('the list of capabilities', () => {
  it.each([
    ['Capabilities: <access denied>', 'denied'],
    ['Capabilities: [40] <chain looped>', 'broken'],
    ['Capabilities: [28] Null', 'broken'],
    ['Capabilities: [40] Power Management version 3', 'listed'],
  ])('%s', (line, capabilities) => {
    expect(draftOf(line).evidence.capabilities).toBe(capabilities);
  });

  it.each(['Capabilities: [fb4 v1] <chain broken>', 'Capabilities: [00c v0] Null'])(
    '%s',
    (line) => {
      expect(draftOf(line).evidence).toMatchObject({
        capabilities: 'listed',
        extendedBroken: true,
      });
    },
  );
});

describe('regions', () => {
  const bar = (change: object) => ({
    index: 0,
    kind: 'memory',
    is64bit: false,
    prefetchable: false,
    address: null,
    size: UNKNOWN,
    resizableTo: UNKNOWN,
    ...change,
  });

  it.each([
    [
      'Region 0: Memory at f1400000 (64-bit, non-prefetchable) [size=4M]',
      bar({ is64bit: true, address: '0xf1400000', size: 4 << 20 }),
    ],
    [
      'Region 2: Memory at d0000000 (64-bit, prefetchable) [disabled] [size=256M]',
      bar({ index: 2, is64bit: true, prefetchable: true, address: '0xd0000000', size: 256 << 20 }),
    ],
    [
      'Region 4: I/O ports at 1800 [size=8]',
      bar({ index: 4, kind: 'io', address: '0x1800', size: 8 }),
    ],
    ['Region 1: Memory at <unassigned> (32-bit, non-prefetchable) [disabled]', bar({ index: 1 })],
    ['Region 0: I/O ports at <ignored> [disabled]', bar({ kind: 'io' })],
    [
      'Region 0: I/O ports at 01f0 [virtual] [size=8]',
      bar({ kind: 'io', address: '0x1f0', size: 8 }),
    ],
    [
      'Region 0: [virtual] Memory at 38000000000 (64-bit, prefetchable) [size=16G]',
      bar({ is64bit: true, prefetchable: true, address: '0x38000000000', size: 2 ** 34 }),
    ],
    [
      'Expansion ROM at f7a00000 [disabled] [size=256K]',
      bar({ index: 6, address: '0xf7a00000', size: 256 << 10, resizableTo: null }),
    ],
    ['Expansion ROM at <unassigned> [disabled]', bar({ index: 6, resizableTo: null })],
    [
      '[virtual] Expansion ROM at 000c0000 [disabled] [size=128K]',
      bar({ index: 6, address: '0xc0000', size: 128 << 10, resizableTo: null }),
    ],
    [
      'Region 5: Memory at f1400000 (32-bit, non-prefetchable) [size=99999999999E]',
      bar({ index: 5, address: '0xf1400000' }),
    ],
  ])('%s', (line, expected) => {
    expect([...draftOf(line).bars.values()]).toEqual([expected]);
  });

  it('counts regions without numbers, two for a 64-bit one', () => {
    const draft = draftOf(
      'Memory at db000000 (64-bit, non-prefetchable) [size=16M]',
      '[virtual] Memory at 50000000 (64-bit, prefetchable) [size=256M]',
      'I/O ports at f000 [size=64]',
    );
    expect(draft.unnumbered.map(({ index }) => index)).toEqual([0, 2, 4]);
    expect(draft.bars.size).toBe(0);
  });
});

describe('bridges', () => {
  it('reads bus numbers', () => {
    expect(factsOf('Bus: primary=00, secondary=0a, subordinate=ff, sec-latency=0')).toEqual({
      primaryBus: 0,
      secondaryBus: 10,
      subordinateBus: 255,
    });
  });

  it.each([
    ['I/O behind bridge: 1000-3fff [size=12K] [16-bit]', 'io', '0x1000', '0x3fff'],
    ['I/O behind bridge: 00002000-00002fff', 'io', '0x2000', '0x2fff'],
    ['Memory behind bridge: e0000000-e09fffff [size=10M]', 'memory', '0xe0000000', '0xe09fffff'],
    [
      'Prefetchable memory behind bridge: 00000000be000000-00000000cfffffff',
      'prefetchable',
      '0xbe000000',
      '0xcfffffff',
    ],
  ] as const)('%s', (line, kind, base, limit) => {
    expect(draftOf(line).windows.get(kind)).toEqual({ kind, base, limit });
  });

  it.each([
    'I/O behind bridge: None',
    'I/O behind bridge: [disabled]',
    'I/O behind bridge: [disabled] [16-bit]',
    'I/O behind bridge: 0000f000-00000fff [disabled]',
    'I/O behind bridge: 0000f000-00000fff',
  ])('%s', (line) => {
    expect(draftOf(line).windows.get('io')).toBeNull();
  });
});

describe('lines of the platform', () => {
  it('reads Flags of -v', () => {
    const draft = draftOf(
      'Flags: bus master, fast devsel, latency 0, IRQ 122, NUMA node 1, IOMMU group 2',
    );
    expect(valuesOf(draft.facts)).toEqual({ numaNode: 1, iommuGroup: '2' });
    expect(draft.evidence.verbose).toBe(true);
  });

  it('reads subsystems', () => {
    expect(factsOf('Subsystem: Dell Device [1028:0443]')).toEqual({
      subsystem: true,
      subsystemVendorId: 0x1028,
      subsystemDeviceId: 0x443,
      subsystemName: 'Dell Device',
    });
    expect(factsOf('Subsystem: Device 17aa:20e0')).toEqual({
      subsystem: true,
      subsystemVendorId: 0x17aa,
      subsystemDeviceId: 0x20e0,
    });
  });

  it('reads driver, node, group and slot', () => {
    expect(
      factsOf(
        'Kernel driver in use: nvme',
        'Kernel modules: nvme',
        'NUMA node: 1',
        'IOMMU group: 12',
        'Physical Slot: 0-1',
      ),
    ).toEqual({ driver: 'nvme', numaNode: 1, iommuGroup: '12', physicalSlot: '0-1' });
  });

  it('tells Status of the function from those of its capabilities', () => {
    expect(draftOf('Status: Cap- 66MHz-').evidence.hasCapabilities).toBe(false);
    expect(draftOf('Status: Cap+ 66MHz-').evidence.hasCapabilities).toBe(true);
    expect(draftOf('Status: D0 NoSoftRst+ PME-Enable-').evidence.hasCapabilities).toBeNull();
  });

  it('knows a function that did not answer', () => {
    expect(draftOf('!!! Unknown header type 7f').evidence.silent).toBe(true);
  });
});

describe('lines of others', () => {
  it.each([
    'Flags:                fpu vme de pse tsc msr pae mce cx8',
    'Bus: 0x65',
    'NUMA node(s):        2',
    'NUMA node: none',
    'Memory: 16231412K/16675212K available',
    'Status: Enabled',
    'Kernel driver in use:',
    'Express Root Port 1 (rev 02) (prog-if 00 [Normal decode])',
    'Linux version 6.12.15-amd64',
    'IOMMU group: none',
    'constructor: x',
  ])('%s', (line) => {
    const draft = blankTextDraft();
    expect(readDetailLine(line, draft, 1)).toBe(false);
    expect(draft.facts).toEqual({});
    expect(isKnownDetail(line)).toBe(false);
  });
});
