/** Ids of the fabric's rules, as `rules.ts` lists them. */
export const FABRIC_RULE = {
  request: 'fabric-request',
  routeAddress: 'route-address',
  routeCompletion: 'route-completion',
  acsIngress: 'acs-ingress',
  internalPath: 'internal-path',
  ats: 'translated-request',
  iommu: 'iommu-lookup',
  rootComplex: 'root-complex-forwards',
  vmd: 'vmd-requester',
  atAddress: 'at-address',
} as const;
