import { type ComponentType, type LazyExoticComponent, lazy } from 'react';
import { NotLoadedError } from './NotLoadedError.ts';

/** A component that is fetched when it is first drawn; where it does not come, that is said. */
export function lazily<Props>(
  load: () => Promise<ComponentType<Props>>,
): LazyExoticComponent<ComponentType<Props>> {
  return lazy(async () => {
    try {
      return { default: await load() };
    } catch (error) {
      throw new NotLoadedError('', { cause: error });
    }
  });
}
