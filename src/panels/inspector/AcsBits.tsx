import type { Answer } from '../../base/answer.ts';
import type { PciFunction } from '../../model/pciFunction.ts';
import type { AcsBit } from '../../model/registers.ts';
import { Term } from '../../parts/Term.tsx';
import { usePeerlane } from '../../store/peerlane.ts';
import styles from './AcsBits.module.css';
import { AcsSwitch } from './AcsSwitch.tsx';
import {
  ACS_ROWS,
  type AcsBitRow,
  asEdited,
  type BitState,
  capabilityState,
  changedBits,
  controlState,
  withAcs,
} from './acsBits.ts';
import { type AcsOutcome, type AcsOutcomes, answersText } from './acsOutcome.ts';

/** Kernels of the first patches, which judged pairs without looking at ACS. */
const ASKS_NO_ACS: ReadonlySet<string> = new Set(['none', 'same-upstream-port', 'common-bridge']);

interface Props {
  readonly functions: readonly PciFunction[];
  /** Of the same functions, in the same order. */
  readonly outcomes: AcsOutcomes;
}

/** The bits of one function's ACS words, or of many at once: raw and effective side by side. */
export function AcsBits({ functions, outcomes }: Props) {
  const { mode, isStale } = outcomes;
  const able = withAcs(functions.map((fn) => asEdited(fn, mode)));
  const ids = new Set(able.map(({ id }) => id));
  const of = outcomes.of.filter(({ asRun }) => ids.has(asRun.id));
  const isBoot = mode === 'boot';
  const rule = usePeerlane(({ results }) => results?.conditions.kernel.value.features.pairRule);
  return (
    <>
      <table className={styles.bits}>
        <thead>
          <tr>
            <th scope="col">Bit</th>
            <th scope="col">
              <Term id="acsCapability">Can</Term>
            </th>
            <th scope="col">
              {isBoot ? <Term id="acsFirmware">Left</Term> : <Term id="acsControl">On</Term>}
            </th>
            {isBoot && (
              <th scope="col">
                <Term id="acsAfterBoot">Runs</Term>
              </th>
            )}
            <th scope="col">
              <Term id="acsKept" align="end">
                Kept
              </Term>
            </th>
          </tr>
        </thead>
        <tbody data-stale={isStale || undefined}>
          {ACS_ROWS.map((row) => (
            <BitRow key={row.bit} row={row} functions={able} outcomes={of} isBoot={isBoot} />
          ))}
        </tbody>
      </table>
      <p className={styles.legend}>
        {isBoot
          ? 'Left: by the firmware, and yours to switch; the kernel makes of it what runs. Kept: for IOMMU groups.'
          : 'On: as the machine runs. Kept: for IOMMU groups.'}
      </p>
      {able.some((fn) => (changedBits(fn) ?? 0) !== 0) && (
        <p className={styles.legend}>* not as the firmware left it.</p>
      )}
      <p className={styles.legend}>
        <RedirectSign />{' '}
        {rule !== undefined && ASKS_NO_ACS.has(rule)
          ? 'One of these three that is on sends peers up to the root complex. This kernel does not ask.'
          : 'p2pdma looks at these three: one that is on sends peers up to the root complex.'}
      </p>
    </>
  );
}

interface BitRowProps {
  readonly row: AcsBitRow;
  /** With the word that is switched here. */
  readonly functions: readonly PciFunction[];
  readonly outcomes: readonly AcsOutcome[];
  readonly isBoot: boolean;
}

function BitRow({ row, functions, outcomes, isBoot }: BitRowProps) {
  const edit = usePeerlane((state) => state.actions.edit);
  const isChanged = functions.some((fn) => ((changedBits(fn) ?? 0) & row.mask) !== 0);
  const runs = outcomes.map(({ asRun }) => RUNS[controlState([asRun], row.mask)]);
  const left = functions.map((fn) => RUNS[controlState([fn], row.mask)]);
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
      <td className={styles.switch}>
        <AcsSwitch row={row} functions={functions} onEdit={edit} />
      </td>
      {isBoot && (
        <td className={styles.answer} data-differs={isDifferent(left, runs) || undefined}>
          {onOff(runs)}
        </td>
      )}
      <td className={styles.answer}>{keptText(outcomes, row.bit)}</td>
    </tr>
  );
}

const RUNS: Readonly<Record<BitState, Answer>> = {
  on: 'yes',
  off: 'no',
  unknown: 'unknown',
  mixed: 'unknown',
};

function isDifferent(left: readonly Answer[], runs: readonly Answer[]): boolean {
  return runs.some((answer, index) => answer !== left[index]);
}

/** A register's bit is on or off; a promise is kept or not. */
function onOff(answers: readonly Answer[]): string {
  const text = answersText(answers);
  return text === 'yes' ? 'on' : text === 'no' ? 'off' : text;
}

function keptText(outcomes: readonly AcsOutcome[], bit: AcsBit): string {
  const answers = outcomes.map(({ effective }) => effective?.bits[bit] ?? null);
  return answers.every((answer) => answer === null) ? '…' : answersText(answers);
}

function capabilityWords(functions: readonly PciFunction[], mask: number): string {
  return answersText(functions.map((fn) => capabilityState(fn, mask)));
}

/** An arrow that turns back up. */
function RedirectSign() {
  return (
    <svg className={styles.sign} viewBox="0 0 16 16" aria-hidden="true">
      <path d="M4 14V9a4 4 0 0 1 8 0V3.5M9 6l3-3 3 3" />
    </svg>
  );
}
