/** How one call fills a table: so many pages of one size. */
export interface PagesAtOnce {
  readonly pageSize: number;
  readonly pages: number;
}

/**
 * The page with which an IOMMU's driver goes on at an address: the largest that is not longer than
 * what is left, and at whose multiples both addresses lie. From 5.15 on a call takes as many of them as
 * come before a larger one fits, or all that are left; before, each page is a call.
 *
 * Source: iommu_pgsize(), drivers/iommu/iommu.c, Linux 5.4 to 7.0.
 *
 * @param size bytes left, a multiple of the smallest page
 * @param pageSizes ascending powers of two
 */
export function iommuPgsize(
  iova: number,
  phys: number,
  size: number,
  pageSizes: readonly number[],
  counts = true,
): PagesAtOnce {
  let chosen = 0;
  for (let i = 0; i < pageSizes.length; i++) {
    if (!fits(pageSizes[i] ?? 0, iova, phys, size)) break;
    chosen = i;
  }
  const pageSize = pageSizes[chosen];
  if (pageSize === undefined || !fits(pageSize, iova, phys, size))
    throw new RangeError('addresses and size are multiples of the smallest page');
  if (!counts) return { pageSize, pages: 1 };
  const larger = pageSizes[chosen + 1];
  if (larger === undefined || !isMultiple(iova - phys, larger))
    return { pageSize, pages: Math.floor(size / pageSize) };
  const toLarger = Math.floor(iova / larger) * larger + larger - iova;
  const part = toLarger + larger <= size ? toLarger : size;
  return { pageSize, pages: Math.floor(part / pageSize) };
}

function fits(page: number, iova: number, phys: number, size: number): boolean {
  return page <= size && isMultiple(iova, page) && isMultiple(phys, page);
}

function isMultiple(value: number, page: number): boolean {
  return value % page === 0;
}
