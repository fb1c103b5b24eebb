import { type KeyboardEvent, useId, useMemo, useRef } from 'react';
import { UNKNOWN } from '../../../base/unknown.ts';
import type { Conditions } from '../../../engine/report.ts';
import type { Machine } from '../../../model/machine.ts';
import { WithAddresses } from '../../../parts/Bdf.tsx';
import { Icon } from '../../../parts/Icon.tsx';
import type { Actions } from '../../../store/state.ts';
import styles from './CmdlineField.module.css';
import type { CmdlineProblem } from './checkCmdline.ts';
import { fateOfAcsParameters } from './fateOfAcsParameters.ts';
import { markedText } from './markedText.ts';
import { useCheckCmdline } from './useCheckCmdline.ts';

interface Props {
  readonly machine: Machine;
  /** What its settings come to. */
  readonly conditions: Conditions;
  readonly edit: Actions['edit'];
}

let gestures = 0;

/**
 * The kernel's parameters. One line until it is written in; then all of it, with what is wrong
 * underlined and said below. What is written between coming and leaving is one step of the history.
 */
export function CmdlineField({ machine, conditions, edit }: Props) {
  const remarks = useId();
  const gesture = useRef({ id: '', before: machine.settings });
  const { cmdline } = machine.settings;
  const text = cmdline === UNKNOWN ? '' : cmdline;
  const { features } = conditions.kernel.value;
  const check = useCheckCmdline();
  const problems = useMemo(
    () => check?.(text, machine, features) ?? [],
    [check, text, machine, features],
  );

  const write = (value: string) => {
    // A line break is a blank: the kernel's line is one line.
    const oneLine = value.replace(/\s*\n\s*/g, ' ');
    edit({ kind: 'cmdline', cmdline: oneLine === '' ? UNKNOWN : oneLine }, gesture.current);
  };
  const onFocus = () => {
    gesture.current = { id: `cmdline ${++gestures}`, before: machine.settings };
  };
  const onKeyDown = (event: KeyboardEvent<HTMLTextAreaElement>) => {
    if (event.key === 'Enter') {
      event.preventDefault();
      event.currentTarget.blur();
    } else if (event.key === 'Escape') {
      event.stopPropagation();
      const { before } = gesture.current;
      if (cmdline !== before.cmdline) {
        const { iommuMode } = before;
        edit({ kind: 'cmdline', cmdline: before.cmdline, iommuMode }, gesture.current);
      }
      event.currentTarget.blur();
    }
  };

  return (
    <div className={styles.place}>
      <div className={styles.field}>
        <div className={styles.writing}>
          {/* The same text under the field, which draws the underlines and gives the height. */}
          <div className={styles.mirror} aria-hidden="true">
            {markedText(text, problems).map(({ text: part, severity }, index) => (
              // biome-ignore lint/suspicious/noArrayIndexKey: the parts of one text never move
              <span key={index} data-severity={severity ?? undefined}>
                {part}
              </span>
            ))}
            {/* A last empty line would have no height. */}
            {'\u200b'}
          </div>
          <textarea
            rows={1}
            aria-label="Kernel command line"
            aria-describedby={remarks}
            aria-invalid={problems.some(({ severity }) => severity === 'error') || undefined}
            placeholder={machine.origin === 'drawn' ? 'none given' : 'not shown by the input'}
            spellCheck={false}
            autoCapitalize="off"
            autoComplete="off"
            value={text}
            onFocus={onFocus}
            onChange={(event) => write(event.target.value)}
            onKeyDown={onKeyDown}
          />
        </div>
        <div id={remarks} className={styles.remarks}>
          {problems.length > 0 && (
            <ul>
              {problems.map((problem) => (
                <Remark key={`${problem.start} ${problem.text}`} problem={problem} text={text} />
              ))}
            </ul>
          )}
          <p>{fateOfAcsParameters(conditions)}</p>
        </div>
      </div>
      {problems.length > 0 && (
        <span className={styles.count}>
          <Icon name="warning" />
          {problems.length}
          <span className="unseen">
            {problems.length === 1 ? ' problem' : ' problems'} in the command line
          </span>
        </span>
      )}
    </div>
  );
}

const MOST_QUOTED = 32;

function Remark({ problem, text }: { readonly problem: CmdlineProblem; readonly text: string }) {
  const quoted = text.slice(problem.start, problem.end);
  const isLong = quoted.length > MOST_QUOTED;
  return (
    <li data-severity={problem.severity}>
      <code>{isLong ? `${quoted.slice(0, MOST_QUOTED)}…` : quoted}</code>{' '}
      <WithAddresses text={problem.text} />
    </li>
  );
}
