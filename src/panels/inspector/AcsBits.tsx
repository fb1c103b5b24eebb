import type { PciFunction } from '../../model/pciFunction.ts';
import { Term } from '../../parts/Term.tsx';
import { usePeerlane } from '../../store/peerlane.ts';
import styles from './AcsBits.module.css';
import { AcsSwitch } from './AcsSwitch.tsx';
import { ACS_ROWS, type AcsBitRow, capabilityState, changedBits, withAcs } from './acsBits.ts';

/** The bits of one function's ACS words, or of many at once. */
export function AcsBits({ functions }: { readonly functions: readonly PciFunction[] }) {
  const able = withAcs(functions);
  return (
    <>
      <table className={styles.bits}>
        <thead>
          <tr>
            <th scope="col">Bit</th>
            <th scope="col">Can</th>
            <th scope="col">On</th>
          </tr>
        </thead>
        <tbody>
          {ACS_ROWS.map((row) => (
            <BitRow key={row.bit} row={row} functions={able} />
          ))}
        </tbody>
      </table>
      {able.some((fn) => (changedBits(fn) ?? 0) !== 0) && (
        <p className={styles.legend}>* not as the firmware left it.</p>
      )}
      <p className={styles.legend}>
        <RedirectSign /> p2pdma looks at these three: one that is on sends peers up to the root
        complex.
      </p>
    </>
  );
}

interface BitRowProps {
  readonly row: AcsBitRow;
  readonly functions: readonly PciFunction[];
}

function BitRow({ row, functions }: BitRowProps) {
  const edit = usePeerlane((state) => state.actions.edit);
  const isChanged = functions.some((fn) => ((changedBits(fn) ?? 0) & row.mask) !== 0);
  return (
    <tr>
      <th scope="row">
        <span className={styles.name}>
          <span className={styles.letters}>
            <Term id={row.term}>{row.bit}</Term>
          </span>
          <span className={styles.words}>
            {row.name}
            {row.redirects && (
              <>
                {' '}
                <RedirectSign />
              </>
            )}
            {isChanged && (
              <span className={styles.changed} title="Not as the firmware left it">
                *<span className="unseen"> changed</span>
              </span>
            )}
          </span>
        </span>
      </th>
      <td>{capabilityWords(functions, row.mask)}</td>
      <td>
        <AcsSwitch row={row} functions={functions} onEdit={edit} />
      </td>
    </tr>
  );
}

function capabilityWords(functions: readonly PciFunction[], mask: number): string {
  const able = functions.filter((fn) => capabilityState(fn, mask) === 'yes').length;
  const hidden = functions.filter((fn) => capabilityState(fn, mask) === 'unknown').length;
  if (hidden === functions.length) return '?';
  if (functions.length === 1) return able === 1 ? 'yes' : 'no';
  return `${hidden === 0 ? able : `${able}–${able + hidden}`} of ${functions.length}`;
}

/** An arrow that turns back up. */
function RedirectSign() {
  return (
    <svg className={styles.sign} viewBox="0 0 16 16" aria-hidden="true">
      <path d="M4 14V9a4 4 0 0 1 8 0V3.5M9 6l3-3 3 3" />
    </svg>
  );
}
