import type { ConditionRequest } from '../engine/kernel/conditions.ts';
import { ERAS } from '../engine/kernel/eras.ts';
import type { Conditions } from '../engine/report.ts';
import type { Machine } from '../model/machine.ts';
import type { Scatterlist, ScatterlistEntry } from '../model/workload.ts';
import type { MappingQuestion } from '../worker/protocol.ts';
import { askedConditions } from './askedConditions.ts';
import { listInSight, type MappingView } from './mappingView.ts';
import type { SeveralPanel } from './severalView.ts';
import type { PeerlaneState } from './state.ts';

/** A panel's question, and the name under which its answer is known. */
export interface SeveralQuestion {
  readonly about: string;
  readonly of: string;
  readonly question: MappingQuestion;
}

type Shown = Pick<PeerlaneState, 'document' | 'mapping' | 'results'>;

/** Any vendor, any device: every port that can redirect. */
const EVERY_PORT = 'pci=disable_acs_redir=pci:0:0';

/** What a panel asks of the document as it stands; `null`: its list is not there. */
export function severalQuestion(
  { document, mapping, results }: Shown,
  panel: SeveralPanel,
): SeveralQuestion | null {
  const list = listOfPanel(document?.machine, mapping, panel);
  if (!document || !list) return null;
  const { revision } = document;
  const entries = entriesOfPart(list.entries, panel.part);
  if (entries.length === 0) return null;
  const options = { ...mapping.options, ...panel.options };
  const of = `${list.id} ${panel.part}`;
  const { kernel, iommu, redirect } = panel;
  return {
    about: JSON.stringify([revision, of, options, kernel, iommu, redirect]),
    of,
    question: {
      revision,
      list: { client: list.client, entries },
      options,
      conditions: conditionsOf(panel, results?.conditions ?? null),
    },
  };
}

/** The list that a panel shows: the one that it names, else the one that is looked at. */
function listOfPanel(
  machine: Machine | null | undefined,
  mapping: Pick<MappingView, 'list'>,
  { list }: Pick<SeveralPanel, 'list'>,
): Scatterlist | null {
  if (list === null) return listInSight(machine, mapping);
  return machine?.workload.scatterlists.find(({ id }) => id === list) ?? null;
}

function entriesOfPart(
  entries: readonly ScatterlistEntry[],
  part: SeveralPanel['part'],
): readonly ScatterlistEntry[] {
  if (part === 'whole') return entries;
  if (part === 'ram') return entries.filter(({ kind }) => kind === 'ram');
  return entries.filter(({ kind }) => kind === 'peer').slice(0, 1);
}

/** What is asked for over what the document says. */
export function conditionsOf(
  { kernel, iommu, redirect }: Pick<SeveralPanel, 'kernel' | 'iommu' | 'redirect'>,
  conditions: Conditions | null,
): Partial<ConditionRequest> {
  const era = kernel === null ? null : (ERAS.find(({ id }) => id === kernel) ?? null);
  return {
    ...askedConditions({ kernel: era, mode: iommu }, conditions),
    ...(redirect && {
      acsWords: 'boot',
      cmdline: withRedirect(conditions?.cmdline.value.text ?? '', redirect),
    }),
  };
}

/** The command line with the parameter that takes redirection away from every port, or without it. */
export function withRedirect(cmdline: string, redirect: 'on' | 'off'): string {
  const others = cmdline
    .split(/\s+/)
    .map((word) => {
      if (!word.startsWith('pci=')) return word;
      const kept = word
        .slice('pci='.length)
        .split(',')
        .filter((option) => option !== '' && !option.startsWith('disable_acs_redir'));
      return kept.length === 0 ? '' : `pci=${kept.join(',')}`;
    })
    .filter((word) => word !== '');
  return [...others, ...(redirect === 'off' ? [EVERY_PORT] : [])].join(' ');
}
