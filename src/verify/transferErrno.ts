import { UNKNOWN } from '../base/unknown.ts';
import { type DmaMapping, ERRNO } from '../engine/dma/dmaMapping.ts';

/**
 * What user space is told of O_DIRECT input and output between an NVMe namespace and memory of a peer
 * that it has mapped: 0, a positive errno, or unknown: other refusals no kernel was seen to make. The
 * driver maps the request's list; peer memory that the controller cannot reach ends it as a target
 * error, which user space sees as EREMOTEIO.
 *
 * Source: nvme_map_data(), drivers/nvme/host/pci.c; blk_status_to_errno(), block/blk-core.c, Linux 6.2 to
 * 6.16; running kernel 6.12. Later drivers map without a list and answer otherwise.
 */
export function transferErrno({ errno }: DmaMapping): number | typeof UNKNOWN {
  if (errno === 0) return 0;
  return errno === ERRNO.EREMOTEIO ? -errno : UNKNOWN;
}
