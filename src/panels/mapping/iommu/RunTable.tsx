import type { PageRun } from '../../../engine/mapping/mappingReport.ts';
import { addressWords, lengthWords } from '../../../layout/mapping/mappingWords.ts';

const MOST = 200;

interface Props {
  readonly runs: readonly PageRun[];
  readonly leadsTo: (run: PageRun) => { readonly text: string };
}

/** The page table in words, for those who do not see the picture. */
export function RunTable({ runs, leadsTo }: Props) {
  return (
    <table className="unseen">
      <caption>
        {runs.length > MOST
          ? `The first ${MOST} of ${runs.length} runs of pages`
          : 'Runs of pages, and where they lead'}
      </caption>
      <thead>
        <tr>
          <th scope="col">IOVA</th>
          <th scope="col">Pages</th>
          <th scope="col">Physical address</th>
          <th scope="col">What it is</th>
        </tr>
      </thead>
      <tbody>
        {runs.slice(0, MOST).map((run) => (
          <tr key={run.iova}>
            <th scope="row">{addressWords(run.iova)}</th>
            <td>
              {run.pages} × {lengthWords(run.pageSize)}
            </td>
            <td>{addressWords(run.phys)}</td>
            <td>{run.isPadding ? `padding behind entry ${run.entry + 1}` : leadsTo(run).text}</td>
          </tr>
        ))}
      </tbody>
    </table>
  );
}
