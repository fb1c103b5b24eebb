import { createContext, type MouseEvent, useContext } from 'react';
import type { PartId } from '../../store/state.ts';

/** Selects a part from within the inspector, which then shows that part. */
export type Go = (id: PartId, event: MouseEvent) => void;

export const GoContext = createContext<Go>(() => {});

export function useGo(): Go {
  return useContext(GoContext);
}
