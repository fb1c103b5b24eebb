// What answers are made of, for those who show them: pictures, tables, files.
export type { EffectiveAcs } from './acs/effectiveAcs.ts';
export type { AcsBoot, AcsHistory, AcsStep } from './acs/pciAcsInit.ts';
export type {
  BreakReason,
  DmaDefect,
  DmaMapping,
  DmaOutput,
  DmaSpace,
} from './dma/dmaMapping.ts';
export type { CallStep, ChosenMapper, MapperKind } from './dma/mapper.ts';
export type { MapPhase, MapStep } from './dma/mapStep.ts';
export type { DmaDevice } from './dma/scatterlist.ts';
export type { Explanation } from './explain/explainPair.ts';
export type { Fix } from './explain/fixes/fix.ts';
export type { Reason } from './explain/reason.ts';
export type {
  AddressQuestion,
  FabricComparison,
  FabricWalk,
  Hop,
  HopAction,
  Place,
  WalkQuestion,
} from './fabric/walk.ts';
export type { ThroughputOptions } from './flows/throughputOptions.ts';
export type {
  CapReport,
  Direction,
  FlowCurves,
  FlowLimit,
  FlowReport,
  FlowRoute,
  GroupReport,
  LimitCurve,
  LimitKind,
  LinkCrossing,
  LinkReport,
  LinkUse,
  StreamReport,
  ThroughputReport,
  ThroughputWarning,
} from './flows/throughputReport.ts';
export type { GroupCause, GroupMember, IommuGroup, IommuGroups } from './iommu/iommuGroups.ts';
export type { Assumption, Conditions } from './kernel/conditions.ts';
export type { MappingOptions } from './mapping/mappingOptions.ts';
export type {
  IommuPicture,
  MappedEntry,
  MappingReport,
  PageRun,
  WireEnd,
} from './mapping/mappingReport.ts';
export type { Confidence, MapType, PairRule, PairVerdict } from './p2pdma/verdict.ts';
