import { newFlow } from '../../../store/newFlow.ts';
import { peerlane } from '../../../store/peerlane.ts';
import { meantFlow } from './meantFlow.ts';

/** Ends the drawing, in one step: the flow is in the document, and looked at in the panel. */
export function addDrawnFlow(isBack: boolean): void {
  const { flowDrawing, document, actions } = peerlane.getState();
  if (!flowDrawing?.from || !flowDrawing.aim || !document) return;
  const { machine } = document;
  const meant = meantFlow(machine, flowDrawing.from, flowDrawing.aim, isBack);
  if (meant.kind === 'none') return;
  actions.drawFlow(null);
  const flow = newFlow(machine, meant.flow);
  actions.edit({ kind: 'flow-add', flow, at: machine.workload.flows.length });
  actions.lookAtFlows({ flow: flow.id, side: 'flow' });
  actions.setView({ isDockOpen: true, dockTab: 'flows' });
  actions.announce(`New flow ${flow.label}: ${meant.words}.`);
}
