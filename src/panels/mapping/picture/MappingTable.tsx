import type { MappingReport } from '../../../engine/mapping/mappingReport.ts';
import { mappingLines } from '../../../layout/mapping/mappingLines.ts';

const MOST = 200;

/** The picture in words, for those who do not see it. */
export function MappingTable({
  report,
  nameOf,
}: {
  readonly report: MappingReport;
  readonly nameOf: (id: string) => string;
}) {
  const lines = mappingLines(report, nameOf, MOST);
  // A table does not become as small as it is told: what holds it does.
  return (
    <div className="unseen">
      <table>
        <caption>
          {report.entries.length > MOST
            ? `The first ${MOST} of ${report.entries.length} entries and what goes out for them`
            : 'Entries and what goes out for them'}
        </caption>
        <thead>
          <tr>
            <th scope="col">Entry</th>
            <th scope="col">Memory</th>
            <th scope="col">On the wire</th>
            <th scope="col">Why</th>
          </tr>
        </thead>
        <tbody>
          {lines.map(({ entry, memory, wire, why }) => (
            <tr key={entry}>
              <th scope="row">{entry + 1}</th>
              <td>{memory}</td>
              <td>{wire}</td>
              <td>{why}</td>
            </tr>
          ))}
        </tbody>
      </table>
    </div>
  );
}
