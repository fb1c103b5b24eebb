import { createContext, type MouseEvent, useContext } from 'react';
import type { PartId } from '../../store/state.ts';

/** Selects a part from within the inspector, which then shows that part. */
export type Go = (id: PartId, event: MouseEvent) => void;

export const GoContext = createContext<Go>(() => {});

export function useGo(): Go {
  return useContext(GoContext);
}

/** Shows another part, or the machine, where the one that was looked at has gone; focus goes along. */
export type Lead = (id: PartId | null) => void;

export const LeadContext = createContext<Lead>(() => {});

export function useLead(): Lead {
  return useContext(LeadContext);
}
