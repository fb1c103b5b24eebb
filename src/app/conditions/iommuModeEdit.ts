import { UNKNOWN } from '../../base/unknown.ts';
import { withIommuMode } from '../../engine/kernel/cmdline/withIommuMode.ts';
import type { Conditions } from '../../engine/report.ts';
import type { IommuMode, Settings } from '../../model/settings.ts';
import type { Edit } from '../../store/edit.ts';

/**
 * What brings a mode about: the command line, in words of the kernel and of the hardware. Where a
 * report decides whatever the line says, or the mode is the one reported, it says the same from then on.
 */
export function iommuModeEdit(
  settings: Settings,
  /** What the input reported of this hardware. */
  reported: Settings['iommuMode'],
  { iommu, kernel }: Conditions,
  mode: IommuMode,
): Edit | null {
  const { hardware } = iommu.value;
  if (hardware === 'none') return null;
  const before = settings.cmdline === UNKNOWN ? '' : settings.cmdline;
  const cmdline = withIommuMode(before, mode, hardware, kernel.value.features);
  const isHeld = iommu.value.isReported === true || mode === reported;
  const iommuMode = isHeld ? mode : settings.iommuMode;
  if (cmdline === before) return { kind: 'iommu', iommu: settings.iommu, iommuMode };
  return { kind: 'cmdline', cmdline: cmdline === '' ? UNKNOWN : cmdline, iommuMode };
}
