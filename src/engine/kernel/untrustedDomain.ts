import type { IommuHardware } from '../../model/settings.ts';
import type { KernelFeatures } from './features.ts';

/**
 * What becomes of untrusted functions where others pass through: they do so, too; or they are
 * translated, each for itself or with all of its group.
 */
export function untrustedDomain(
  hardware: IommuHardware,
  { untrustedDomain: by }: Pick<KernelFeatures, 'untrustedDomain'>,
): 'like-others' | 'function' | 'group' {
  if (by === 'group') return 'group';
  if (by === 'like-others' || hardware !== 'intel') return 'like-others';
  return by === 'vtd-group' ? 'group' : 'function';
}
