import type { ConditionRequest } from '../../engine/kernel/conditions.ts';
import { ERAS, type Era, eraById, isEraSupported } from '../../engine/kernel/eras.ts';
import { CPU_OF_CHOICE, type CpuChoice } from './cpuChoices.ts';

/** What the reader of the page asks for over what the input says; `null`: as the input has it. */
export interface Asked {
  readonly kernel: string | null;
  readonly cpu: CpuChoice | null;
}

export const NOTHING_ASKED: Asked = { kernel: null, cpu: null };

export function requestOf(asked: Asked): ConditionRequest {
  return {
    kernel: asked.kernel === null ? null : eraById(asked.kernel),
    cpu: asked.cpu === null ? null : CPU_OF_CHOICE[asked.cpu].cpu,
  };
}

const supported = ERAS.filter(isEraSupported);

/** Newest first, as a menu: what runs today is on top. */
export const RELEASED_ERAS: readonly Era[] = supported.filter((era) => era.accepted).reverse();
export const UNRELEASED_ERAS: readonly Era[] = supported.filter((era) => !era.accepted).reverse();
