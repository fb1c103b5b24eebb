import { type OrUnknown, UNKNOWN } from '../../../base/unknown.ts';
import { partName } from '../../../build/partName.ts';
import { nameOf } from '../../../engine/explain/nameOf.ts';
import { linkRegisters } from '../../../model/linkState.ts';
import type { PciFunction } from '../../../model/pciFunction.ts';
import type { LinkState } from '../../../model/registers.ts';
import { Term } from '../../../parts/Term.tsx';
import { usePeerlane } from '../../../store/peerlane.ts';
import type { LinkEnds } from '../../tree/linkOf.ts';
import { useLock } from '../lock/useLock.ts';
import { PartLink } from '../PartLink.tsx';
import styles from './LinkSelects.module.css';
import { figureWords, type LinkFigure, linkChange, linkChoices, mostOf } from './linkChoices.ts';

/** A drawn link: what each end can do and what both trained to, each figure open to change. */
export function LinkSelects({ ends }: { readonly ends: LinkEnds }) {
  const { upper, lower, own } = ends;
  const [here, there] = own === 'upper' ? [upper, lower] : [lower, upper];
  const hereCan = linkRegisters(here)?.capable ?? null;
  const thereCan = linkRegisters(there)?.capable ?? null;
  const current = linkRegisters(lower)?.current ?? linkRegisters(upper)?.current ?? UNKNOWN;
  const beside = own === 'upper' ? 'Below' : 'Above';
  return (
    <table className={styles.link}>
      <thead>
        <tr>
          <th scope="col">
            <Term id="lnkcap">Capable</Term>
          </th>
          <th scope="col">Rate</th>
          <th scope="col">Lanes</th>
        </tr>
      </thead>
      <tbody>
        <tr>
          <th scope="row">This end</th>
          <Cells which="capable" fn={here} state={hereCan} what="this end" />
        </tr>
        <tr>
          <th scope="row">
            {beside} {there && <PartLink id={there.id} address={nameOf(there)} isShort />}
          </th>
          <Cells
            which="capable"
            fn={there}
            state={thereCan}
            what={`the end ${beside.toLowerCase()}`}
          />
        </tr>
      </tbody>
      <tbody>
        <tr>
          <th scope="row">
            <Term id="lnksta">Current</Term>
          </th>
          <Cells
            which="current"
            fn={here}
            state={current}
            ends={[hereCan, thereCan]}
            what="both ends"
          />
        </tr>
      </tbody>
    </table>
  );
}

const NAMES: Readonly<Record<LinkFigure, string>> = { gts: 'Rate', width: 'Lanes' };
const WHICH = { capable: 'can do', current: 'trained to' } as const;

interface CellsProps {
  readonly which: 'capable' | 'current';
  /** The end that it is said of; `null`: there is no such end. */
  readonly fn: PciFunction | null;
  readonly state: OrUnknown<LinkState> | null;
  /** What bounds the choice. */
  readonly ends?: readonly (OrUnknown<LinkState> | null)[];
  readonly what: string;
}

/** Rate and lanes, each to choose. */
function Cells({ which, fn, state, ends = [], what }: CellsProps) {
  const change = usePeerlane((store) => store.actions.change);
  const lock = useLock(fn?.id ?? null);
  if (fn === null || state === null) {
    return (
      <td colSpan={2} className={styles.quiet}>
        {fn === null ? 'nothing there' : 'no link'}
      </td>
    );
  }
  return (['gts', 'width'] as const).map((figure) => {
    const now = state === UNKNOWN ? UNKNOWN : state[figure];
    const choose = (value: number) => {
      const title = `link of ${partName(fn)} ${figureWords(figure, value)}`;
      void change(title, [linkChange(fn.id, which, figure, value)]);
    };
    return (
      <td key={figure}>
        <select
          disabled={lock !== null}
          title={lock?.words}
          aria-label={`${NAMES[figure]} that ${what} ${WHICH[which]}`}
          value={now === UNKNOWN ? '' : String(now)}
          onChange={(event) => choose(Number(event.target.value))}
        >
          {now === UNKNOWN && (
            <option value="" disabled>
              ?
            </option>
          )}
          {linkChoices(figure, now, mostOf(figure, ends)).map((value) => (
            <option key={value} value={value}>
              {figureWords(figure, value)}
            </option>
          ))}
        </select>
      </td>
    );
  });
}
