import type { Answer } from '../../base/answer.ts';
import { UNKNOWN } from '../../base/unknown.ts';
import type { Cpu } from '../../model/settings.ts';
import type { KernelFeatures } from '../kernel/features.ts';

const ZEN_FAMILY = 0x17;

/**
 * Does the kernel trust this CPU's root complex to forward between any two of its ports? Only
 * AMD's own vendor string counts: Hygon, made from the same design, is refused.
 *
 * Source: `cpu_supports_p2pdma()`, drivers/pci/p2pdma.c, x86 builds, since Linux 5.9 (dea286bb71ba);
 * Hygon confirmed by running kernels.
 */
export function cpuSupportsP2pdma(cpu: Cpu, features: KernelFeatures): Answer {
  if (!features.zenCpuForwards || cpu.arch !== 'x86' || cpu.vendor !== 'AuthenticAMD') return 'no';
  if (cpu.family === UNKNOWN) return UNKNOWN;
  return cpu.family !== null && cpu.family >= ZEN_FAMILY ? 'yes' : 'no';
}
