/** The longest segment that drivers ask for, by the name of the PCI driver, in bytes. */
const GB = 1024 ** 3;
const UNLIMITED = 0xffff_ffff;

export interface DriverLimits {
  readonly maxSegment: number;
  /** The RDMA core is above it, which up to 5.10 set 2 GiB itself. */
  readonly isRdma: boolean;
  readonly source: string;
}

const rdma = (maxSegment: number, source: string): DriverLimits => ({
  maxSegment,
  isRdma: true,
  source,
});

/**
 * RDMA drivers set it on the PCI function below them, so the names are those of the functions'
 * drivers. Sources: `dma_set_max_seg_size()` in drivers/infiniband/hw and drivers/gpu/drm/amd, Linux
 * 6.12.
 */
export const DRIVER_LIMITS: ReadonlyMap<string, DriverLimits> = new Map([
  ['mlx5_core', rdma(2 * GB, 'mlx5_ib')],
  ['mlx4_core', rdma(GB, 'mlx4_core')],
  ['ib_mthca', rdma(GB, 'ib_mthca')],
  ['bnxt_en', rdma(UNLIMITED, 'bnxt_re')],
  ['cxgb4', rdma(UNLIMITED, 'iw_cxgb4')],
  ['efa', rdma(UNLIMITED, 'efa')],
  ['erdma', rdma(UNLIMITED, 'erdma')],
  ['hns3', rdma(UNLIMITED, 'hns_roce')],
  ['ice', rdma(UNLIMITED, 'irdma')],
  ['i40e', rdma(UNLIMITED, 'irdma')],
  ['idpf', rdma(UNLIMITED, 'irdma')],
  ['be2net', rdma(UNLIMITED, 'ocrdma')],
  ['qede', rdma(UNLIMITED, 'qedr')],
  ['enic', rdma(2 * GB, 'usnic_verbs')],
  ['amdgpu', { maxSegment: UNLIMITED, isRdma: false, source: 'amdgpu' }],
]);

const MELLANOX = 0x15b3;

/** What a function’s driver most likely is, where the input names none. */
export function usualDriver(vendor: number | null, kind: string): string | null {
  if (kind === 'nvme') return 'nvme';
  return vendor === MELLANOX && kind === 'nic' ? 'mlx5_core' : null;
}
