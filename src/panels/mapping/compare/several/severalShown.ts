import type { MappingReport } from '../../../../engine/mapping/mappingReport.ts';
import type { FunctionId } from '../../../../model/ids.ts';
import { partNamed } from '../../../../store/partNamed.ts';
import { severalQuestion } from '../../../../store/severalQuestion.ts';
import type { SeveralPanel } from '../../../../store/severalView.ts';
import type { PeerlaneState } from '../../../../store/state.ts';
import { outcomeWords } from '../../outcomeWords.ts';
import { panelTitle } from './panelTitle.ts';

/** A panel as it is shown. */
export interface ShownPanel {
  readonly panel: SeveralPanel;
  readonly title: string;
  /** `null`: there is no answer yet, or none about this list. */
  readonly report: MappingReport | null;
  /** The answer is about an earlier state, or another wish. */
  readonly isStale: boolean;
  /** Which entries of which list; `null`: there are none. */
  readonly of: string | null;
  /** Why nothing is shown. */
  readonly trouble: string | null;
}

type Shown = Pick<PeerlaneState, 'document' | 'mapping' | 'results' | 'mappedSeveral'>;

/** The panels with what was answered to each. */
export function severalShown(state: Shown): readonly ShownPanel[] {
  return (state.mapping.several ?? []).map((panel) => {
    const title = panelTitle(panel);
    const asked = severalQuestion(state, panel);
    const answer = state.mappedSeveral[panel.id];
    if (!asked) {
      const trouble = 'The list of this picture has no such entries, or is gone.';
      return { panel, title, report: null, isStale: false, of: null, trouble };
    }
    const isAbout = answer?.of === asked.of;
    return {
      panel,
      title,
      report: isAbout ? answer.report : null,
      isStale: answer?.about !== asked.about,
      of: asked.of,
      trouble: isAbout ? answer.trouble : null,
    };
  });
}

export interface AnsweredPanel {
  readonly id: string;
  readonly title: string;
  readonly report: MappingReport;
}

/** All of them, if each is answered for the document as it stands; `null`: wait. */
export function severalAnswered(state: Shown): readonly AnsweredPanel[] | null {
  const shown = severalShown(state);
  const answered = shown.flatMap(({ panel, title, report, isStale }) =>
    report && !isStale ? [{ id: panel.id, title, report }] : [],
  );
  return answered.length > 0 && answered.length === shown.length ? answered : null;
}

/** `5 entries make 3 outputs.`; whom for is said where that is not the same of all. */
export function panelOutcome(
  report: MappingReport,
  others: readonly Pick<MappingReport, 'client'>[],
  nameOf: (id: FunctionId) => string,
): string {
  const words = outcomeWords(report, nameOf);
  const isSame = others.every(({ client }) => client === report.client);
  return isSame ? words.replace(` for ${nameOf(report.client)}.`, '.') : words;
}

export const nameIn =
  ({ document }: Pick<PeerlaneState, 'document'>) =>
  (id: string): string =>
    document ? partNamed(document.machine, id as FunctionId) : id;
