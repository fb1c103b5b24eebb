import { USUAL_THROUGHPUT } from '../../../engine/flows/throughputOptions.ts';
import type { FlowsBeside } from '../../../store/flowsView.ts';

/** What a what-if is held against: this machine under its own conditions, with nothing turned. */
export const AS_IS: FlowsBeside = {
  title: 'As the machine is',
  conditions: {},
  options: USUAL_THROUGHPUT,
};
