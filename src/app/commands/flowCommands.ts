import { isEndpointLike } from '../../model/classCode.ts';
import type { FunctionId } from '../../model/ids.ts';
import { flowInSight } from '../../store/flowInSight.ts';
import { FLOWS_SIDES, type FlowsSide, isThroughputStale } from '../../store/flowsView.ts';
import { flowsEnd, newFlow } from '../../store/newFlow.ts';
import { partNamed } from '../../store/partNamed.ts';
import { focusSoon } from '../room/focusSoon.ts';
import { showPanel } from '../room/panels.ts';
import { type Command, type CommandContext, hasSheet } from './command.ts';
import { orSayNotLoaded } from './orSayNotLoaded.ts';

function showFlows({ state, room }: CommandContext, side?: FlowsSide): void {
  state.actions.setView({ dockTab: 'flows' });
  if (side !== undefined) state.actions.lookAtFlows({ side });
  showPanel('dock', true, room, state);
}

/** Devices among what is selected, in the order in which they were. */
function devicesIn({ state }: CommandContext): readonly FunctionId[] {
  const { document, selection } = state;
  if (!document) return [];
  return [...selection].flatMap((part) => {
    const fn = document.byId.get(part as FunctionId);
    return fn && isEndpointLike(fn) ? [fn.id] : [];
  });
}

function named({ state }: CommandContext, id: FunctionId | undefined): string {
  return state.document && id !== undefined ? partNamed(state.document.machine, id) : 'the device';
}

/** Everything in the list, in its order: flows, groups. */
function listed({ state }: CommandContext) {
  const { flows, groups } = state.document?.machine.workload ?? { flows: [], groups: [] };
  return [...flows, ...groups];
}

const hasFlow = (context: CommandContext) => hasSheet(context) && listed(context).length > 0;

function seenIn({ state }: CommandContext) {
  return flowInSight(state.document?.machine, state.flows, state.throughput?.report ?? null);
}

function beside(id: 'next' | 'previous', by: 1 | -1): Command {
  return {
    id: `flows.${id}`,
    group: 'Flows',
    title: id === 'next' ? 'Next flow' : 'Previous flow',
    keys: [],
    keywords: 'throughput look at group',
    when: (context) => hasSheet(context) && listed(context).length > 1,
    run: (context) => {
      const all = listed(context);
      const seen = seenIn(context);
      const shown = seen?.kind === 'member' ? seen.group.id : seen?.id;
      const at = all.findIndex((each) => each.id === shown);
      const next = all[(at + by + all.length) % all.length];
      if (!next) return;
      showFlows(context);
      context.state.actions.lookAtFlows({ flow: next.id });
      context.state.actions.announce(next.label ?? next.id);
    },
  };
}

const SIDES: Readonly<Record<FlowsSide, readonly [title: string, keywords: string]>> = {
  flow: ['Show what a flow gets', 'throughput rate limit route latency bottleneck'],
  links: ['Show what links carry', 'throughput use payload header dllp skp idle oversubscription'],
  sweep: ['Show a flow over transfer sizes', 'throughput size sweep chart saw-tooth'],
  roofline: ['Show the roofline of a flow', 'throughput limits chart roof'],
  'what-if': ['What if: sliders for the flows', 'mps mrrs tags generation width iotlb throughput'],
  compare: ['Compare what flows get', 'throughput side by side beside settings machine pinned'],
};

function showSide(side: FlowsSide): Command {
  const [title, keywords] = SIDES[side];
  return {
    id: `flows.${side}`,
    group: 'Flows',
    title,
    keys: [],
    keywords,
    when: hasFlow,
    run: (context) => {
      showFlows(context, side);
      focusSoon(`flows-tab-${side}`);
    },
  };
}

const canExport = ({ state }: CommandContext) =>
  state.document !== null && state.throughput !== null && !isThroughputStale(state);

const exportsOf = (state: CommandContext['state']) =>
  orSayNotLoaded(import('../../panels/flows/export/saveFlows.ts'), state);

/** Flows and what they get. */
export const FLOW_COMMANDS: readonly Command[] = [
  {
    id: 'flows.draw',
    group: 'Flows',
    title: 'Draw a flow',
    keys: ['w'],
    keywords: 'new throughput write read traffic bandwidth drag',
    when: hasSheet,
    isOn: ({ state }) => state.flowDrawing !== null,
    run: ({ state }) =>
      state.actions.drawFlow(
        state.flowDrawing === null ? { from: null, aim: null, by: 'keys' } : null,
      ),
  },
  {
    id: 'flows.from',
    group: 'Flows',
    title: (context) => {
      const [device] = devicesIn(context);
      return device === undefined ? 'Flow from here…' : `Flow from ${named(context, device)}…`;
    },
    keys: [],
    keywords: 'draw new throughput write begin',
    when: (context) => hasSheet(context) && devicesIn(context).length === 1,
    run: (context) => {
      const [id] = devicesIn(context);
      if (id === undefined) return;
      const from = { kind: 'function', id } as const;
      context.state.actions.drawFlow({ from, aim: null, by: 'keys' });
    },
  },
  {
    id: 'flows.between',
    group: 'Flows',
    title: (context) => {
      const [from, to] = devicesIn(context);
      if (to === undefined) return 'New flow between the two selected devices';
      return `New flow from ${named(context, from)} to ${named(context, to)}`;
    },
    keys: ['Shift+w'],
    keywords: 'add throughput write traffic selection',
    when: (context) => hasSheet(context) && devicesIn(context).length === 2,
    run: (context) => {
      const { document, actions } = context.state;
      const [from, to] = devicesIn(context);
      if (!document || from === undefined || to === undefined) return;
      const flow = newFlow(document.machine, {
        operation: 'write',
        from: { kind: 'function', id: from },
        to: { kind: 'function', id: to },
      });
      actions.edit({ kind: 'flow-add', flow, at: flowsEnd(document.machine) });
      actions.lookAtFlows({ flow: flow.id });
      showFlows(context);
    },
  },
  beside('next', 1),
  beside('previous', -1),
  {
    id: 'flows.remove',
    group: 'Flows',
    title: (context) => {
      const seen = hasFlow(context) ? seenIn(context) : null;
      if (!seen) return 'Remove the flow';
      const { label, id } = seen.kind === 'flow' ? seen.flow : seen.group;
      return seen.kind === 'flow' ? `Remove flow ${label ?? id}` : `Remove group ${label ?? id}`;
    },
    keys: [],
    keywords: 'delete throughput',
    when: hasFlow,
    run: (context) => {
      const seen = seenIn(context);
      if (!seen) return;
      const { edit } = context.state.actions;
      if (seen.kind === 'flow') edit({ kind: 'flow-remove', id: seen.flow.id });
      else edit({ kind: 'flow-group-remove', id: seen.group.id });
    },
  },
  ...FLOWS_SIDES.map(showSide),
  {
    id: 'flows.heat',
    group: 'Flows',
    title: ({ state }) =>
      state.view.hasFlowHeat ? 'Hide what links carry' : 'Show what links carry on the sheet',
    keys: ['Shift+h'],
    keywords: 'heat width utilisation use throughput flows drawing',
    when: hasFlow,
    isOn: ({ state }) => state.view.hasFlowHeat,
    run: ({ state }) => state.actions.setView({ hasFlowHeat: !state.view.hasFlowHeat }),
  },
  {
    id: 'flows.acs-redirect',
    group: 'Flows',
    title: ({ state }) =>
      state.flows.options.acsRedirect === 'on'
        ? 'Flows with ACS as it is'
        : 'What if ACS redirected all flows',
    keys: [],
    keywords: 'throughput acs redirect what-if root complex climb',
    when: hasFlow,
    isOn: ({ state }) => state.flows.options.acsRedirect === 'on',
    run: ({ state }) => {
      const { options } = state.flows;
      const acsRedirect = options.acsRedirect === 'on' ? null : 'on';
      state.actions.lookAtFlows({ options: { ...options, acsRedirect } });
      state.actions.announce(
        acsRedirect === 'on' ? 'Flows as if ACS redirected them' : 'Flows with ACS as it is',
      );
    },
  },
  {
    id: 'flows.save-csv',
    group: 'Flows',
    title: 'Save flows, links and limits as CSV',
    keys: [],
    keywords: 'export table spreadsheet throughput download',
    when: canExport,
    run: async ({ state }) => (await exportsOf(state))?.saveFlowsCsv(state),
  },
  {
    id: 'flows.copy-text',
    group: 'Flows',
    title: 'Copy what flows get as text',
    keys: [],
    keywords: 'mail clipboard 78 columns table throughput export',
    when: canExport,
    run: async ({ state }) => (await exportsOf(state))?.copyFlows(state),
  },
];
