import { ERAS, type Era, isEraSupported } from '../../engine/kernel/eras.ts';

const supported = ERAS.filter(isEraSupported);

/** Newest first, as a menu: what runs today is on top. */
export const RELEASED_ERAS: readonly Era[] = supported.filter((era) => era.accepted).reverse();
export const UNRELEASED_ERAS: readonly Era[] = supported.filter((era) => !era.accepted).reverse();
