import type { KernelFeatures } from './features.ts';

const OUT_OF_TREE: KernelFeatures = {
  pairRule: 'none',
  hostIdentity: 'none',
  zenCpuForwards: false,
  hmatPaths: false,
  hostPathPenalty: 0,
  unlistedHostLog: 'never',
  redirectListBytes: 4096,
  virtOpsClients: 'not-asked',
  findChoice: 'first',
  findNeedsPool: false,
  unaskedMapping: 'maps',
  refusedMapping: 'zero',
  writesHostAddress: true,
  busOffsetSign: 'minus',
  acsAtBoot: 'request',
  acsMoment: 'found',
  brokenSourceValidation: 'set',
  blocksUntrusted: false,
  noatsBlocks: false,
  disableAcsRedir: 'absent',
  configAcs: 'absent',
  strictParameter: 'smmu',
  forcedacParameter: false,
  softEndsSearch: true,
  amdOffRequestsAcs: true,
  passthroughSparesConventional: true,
  vmdChildren: 'private-ops',
  noAliasBridges: false,
  groupRule: 'walk',
  peersInMapSg: 'never',
  p2pFlagDecides: false,
  firstPageAsks: false,
  iommuDmaCall: 'ops-table',
  intelMapper: 'own',
  amdMapper: 'own',
  softwareRdma: 'dma-virt-ops',
  peerCapability: 'not-asked',
  busEntryLength: 'own',
  writesBusLength: true,
  bouncesPeers: true,
  bouncePanics: false,
  untrustedBounce: 'never',
  untrustedDomain: 'like-others',
  searchesAgain: false,
  iovaDepot: 'at-most-32',
  lowIova: 'each-time',
  countsPages: false,
  sgTable: 'absent',
  iovaApi: false,
  nvmeMapping: 'list',
  pagelessProviders: false,
  nvmeSegment: 'default',
  nvmeKeepsOffset: false,
  rdmaSegment: 'core',
};
const RFC_2017: KernelFeatures = { ...OUT_OF_TREE, pairRule: 'same-upstream-port' };
/** Peer memory has a mapper of its own, which drivers call by a flag. */
const V1_2018: KernelFeatures = {
  ...RFC_2017,
  peersInMapSg: 'first-page',
  p2pFlagDecides: true,
};
/** The cover letter of v2 says that clients with `dma_virt_ops` are now rejected. */
const V2_2018: KernelFeatures = {
  ...V1_2018,
  virtOpsClients: 'refused',
  acsAtBoot: 'request-then-clear-behind-switches',
};
/** The RDMA core looks at the first page itself. */
const V3_2018: KernelFeatures = { ...V2_2018, findChoice: 'nearest', p2pFlagDecides: false };
/** Any common bridge, and ACS cleared on all bridges: the series' own list of changes in v4. */
const V4_2018: KernelFeatures = {
  ...V3_2018,
  pairRule: 'common-bridge',
  acsAtBoot: 'request-then-clear-on-bridges',
};
const V4_20: KernelFeatures = {
  ...RFC_2017,
  peersInMapSg: 'first-page',
  pairRule: 'redirect-refuses',
  findChoice: 'nearest',
  disableAcsRedir: 'clears',
};
const V5_2: KernelFeatures = {
  ...V4_20,
  hostIdentity: 'slot-00.0',
  hostPathPenalty: 0x1000,
  virtOpsClients: 'refused',
  nvmeSegment: 'unlimited',
  untrustedDomain: 'vtd-function',
};
const V5_4: KernelFeatures = {
  ...V5_2,
  pairRule: 'map-types',
  hostIdentity: 'first-at-00.0',
  hostPathPenalty: 0,
  unaskedMapping: 'fails',
  firstPageAsks: true,
  untrustedBounce: 'intel',
};
const V5_5: KernelFeatures = { ...V5_4, amdMapper: 'iommu-dma' };
const V5_6: KernelFeatures = { ...V5_5, vmdChildren: 'aliases' };
const V5_8: KernelFeatures = { ...V5_6, sgTable: 'einval', untrustedDomain: 'vtd-group' };
const V5_9: KernelFeatures = { ...V5_8, zenCpuForwards: true };
const V5_10: KernelFeatures = {
  ...V5_9,
  blocksUntrusted: true,
  passthroughSparesConventional: false,
  nvmeKeepsOffset: true,
};
/** The software RDMA drivers lost their DMA operations in 5.11; the test went soon after. */
const V5_11: KernelFeatures = {
  ...V5_10,
  virtOpsClients: 'not-asked',
  softwareRdma: 'rdma-core',
  rdmaSegment: 'driver',
  intelMapper: 'iommu-dma',
  untrustedBounce: 'all',
  untrustedDomain: 'group',
  searchesAgain: true,
};
const V5_15: KernelFeatures = {
  ...V5_11,
  unlistedHostLog: 'redirected',
  redirectListBytes: 128,
  noatsBlocks: true,
  strictParameter: 'all',
  forcedacParameter: true,
  countsPages: true,
  sgTable: 'errno',
  bouncePanics: true,
};
const V5_18: KernelFeatures = { ...V5_15, busOffsetSign: 'plus' };
const V5_19: KernelFeatures = {
  ...V5_18,
  hostIdentity: 'first-or-root-port',
  softEndsSearch: false,
};
const V6_0: KernelFeatures = {
  ...V5_19,
  unaskedMapping: 'asks',
  refusedMapping: 'eremoteio',
  peersInMapSg: 'each-entry',
  peerCapability: 'ops-flag',
  bouncesPeers: false,
  bouncePanics: false,
};
const V6_6: KernelFeatures = { ...V6_0, lowIova: 'until-it-fails' };
const V6_11: KernelFeatures = {
  ...V6_6,
  iovaDepot: 'trimmed',
  disableAcsRedir: 'restores-firmware',
  configAcs: 'early',
};
/** As 6.12.15 was run. */
const V6_12_0: KernelFeatures = {
  ...V6_11,
  iommuDmaCall: 'direct-call',
  peerCapability: 'no-ops',
};
const V6_12: KernelFeatures = {
  ...V6_12_0,
  disableAcsRedir: 'from-firmware',
  configAcs: 'each-entry',
};
const V6_16: KernelFeatures = {
  ...V6_12,
  writesHostAddress: false,
  busEntryLength: 'first-entry',
  writesBusLength: false,
  iovaApi: true,
};
const V6_17: KernelFeatures = { ...V6_16, nvmeMapping: 'block-iterator' };
const V6_18: KernelFeatures = { ...V6_17, writesBusLength: true };
const V7_0: KernelFeatures = {
  ...V6_18,
  pagelessProviders: true,
  acsMoment: 'dma-configured',
  brokenSourceValidation: 'left-out',
  amdOffRequestsAcs: false,
  noAliasBridges: true,
};
const NEXT: KernelFeatures = { ...V7_0, findNeedsPool: true };
const PROPOSAL_B: KernelFeatures = { ...NEXT, pairRule: 'node-verdicts', hmatPaths: true };
const PROPOSAL_C: KernelFeatures = { ...NEXT, pairRule: 'tlp-classes', hmatPaths: true };
const PROPOSAL_GROUPS: KernelFeatures = { ...V6_12, groupRule: 'whole-switch' };

/** The features of each row of `eras.ts`, by name. */
export const FEATURES = {
  OUT_OF_TREE,
  RFC_2017,
  V1_2018,
  V2_2018,
  V3_2018,
  V4_2018,
  V4_20,
  V5_2,
  V5_4,
  V5_5,
  V5_6,
  V5_8,
  V5_9,
  V5_10,
  V5_11,
  V5_15,
  V5_18,
  V5_19,
  V6_0,
  V6_6,
  V6_11,
  V6_12_0,
  V6_12,
  V6_16,
  V6_17,
  V6_18,
  V7_0,
  NEXT,
  PROPOSAL_B,
  PROPOSAL_C,
  PROPOSAL_GROUPS,
} as const;
