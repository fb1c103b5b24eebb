import { type KeyboardEvent, useId, useRef } from 'react';
import { UNKNOWN } from '../../../base/unknown.ts';
import type { Machine } from '../../../model/machine.ts';
import { WithAddresses } from '../../../parts/Bdf.tsx';
import { Icon } from '../../../parts/Icon.tsx';
import type { Actions } from '../../../store/state.ts';
import styles from './CmdlineField.module.css';
import { type CmdlineProblem, checkCmdline } from './checkCmdline.ts';
import { markedText } from './markedText.ts';

interface Props {
  readonly machine: Machine;
  readonly edit: Actions['edit'];
}

let gestures = 0;

/**
 * The kernel's parameters. One line until it is written in; then all of it, with what is wrong
 * underlined and said below. What is written between coming and leaving is one step of the history.
 */
export function CmdlineField({ machine, edit }: Props) {
  const remarks = useId();
  const gesture = useRef({ id: '', before: machine.settings.cmdline });
  const { cmdline } = machine.settings;
  const text = cmdline === UNKNOWN ? '' : cmdline;
  const problems = checkCmdline(text, machine);

  const write = (value: string) => {
    // A line break is a blank: the kernel's line is one line.
    const oneLine = value.replace(/\s*\n\s*/g, ' ');
    edit({ kind: 'cmdline', cmdline: oneLine === '' ? UNKNOWN : oneLine }, gesture.current);
  };
  const onFocus = () => {
    gesture.current = { id: `cmdline ${++gestures}`, before: cmdline };
  };
  const onKeyDown = (event: KeyboardEvent<HTMLTextAreaElement>) => {
    if (event.key === 'Enter') {
      event.preventDefault();
      event.currentTarget.blur();
    } else if (event.key === 'Escape') {
      event.stopPropagation();
      if (cmdline !== gesture.current.before) {
        edit({ kind: 'cmdline', cmdline: gesture.current.before }, gesture.current);
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
            placeholder="not shown by the input"
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
          <p>
            Kept in the document. In this version the ACS control words are taken as they stand, so
            the command line does not change verdicts yet.
          </p>
        </div>
      </div>
      {problems.length > 0 && (
        <span className={styles.count}>
          <Icon name="warning" />
          {problems.length}
          <span className="unseen">
            {problems.length === 1 ? 'problem' : 'problems'} in the command line
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
