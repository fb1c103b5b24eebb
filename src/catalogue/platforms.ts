import type { PlatformPart } from './part.ts';
import { AMD_EPYC_PLATFORMS } from './platformsAmd.ts';
import { AMD_DESKTOP_PLATFORMS } from './platformsAmdDesktop.ts';
import { ARM_PLATFORMS } from './platformsArm.ts';
import { GENERIC_PLATFORMS } from './platformsGeneric.ts';
import { INTEL_CLIENT_PLATFORMS } from './platformsIntelClient.ts';
import { INTEL_E5_PLATFORMS } from './platformsIntelE5.ts';
import { INTEL_XEON_PLATFORMS } from './platformsIntelXeon.ts';
import { QEMU_PLATFORMS } from './platformsQemu.ts';

/** All platforms: the generic one first, then by maker and age. */
export const PLATFORMS: readonly PlatformPart[] = [
  ...GENERIC_PLATFORMS,
  ...INTEL_E5_PLATFORMS,
  ...INTEL_XEON_PLATFORMS,
  ...INTEL_CLIENT_PLATFORMS,
  ...AMD_EPYC_PLATFORMS,
  ...AMD_DESKTOP_PLATFORMS,
  ...ARM_PLATFORMS,
  ...QEMU_PLATFORMS,
];
