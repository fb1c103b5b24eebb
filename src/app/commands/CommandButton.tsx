import { Icon, type IconName } from '../../parts/Icon.tsx';
import { usePeerlane } from '../../store/peerlane.ts';
import { useTip } from '../parts/useTip.ts';
import { room, useRoom } from '../room/room.ts';
import styles from './CommandButton.module.css';
import { canRun, titleOf } from './command.ts';
import { FIRST } from './firstCommands.ts';
import { ariaKeys, keyWords } from './keys.ts';
import type { Registry } from './registry.ts';
import { IS_MAC, runCommand } from './useCommands.ts';

interface Props {
  readonly id: string;
  readonly icon: IconName;
  /** Written beside the sign where there is room: a part of the command's title. */
  readonly label?: string;
  /** For what comes later than the first sight: all commands. */
  readonly registry?: Registry;
}

/** A button for a command: its name, its keys and whether it can be done come from there. */
export function CommandButton({ id, icon, label, registry = FIRST }: Props) {
  const command = registry.byId(id);
  const title = usePeerlane((state) => titleOf(command, { state, room }));
  const isPossible = usePeerlane((state) => canRun(command, { state, room }));
  const isOn = usePeerlane((state) => command.isOn?.({ state, room }));
  useRoom((state) => state); // a title may depend on the room, too
  const { anchor, tip } = useTip();
  const [keys] = command.keys;
  return (
    <>
      <button
        {...anchor}
        type="button"
        className={styles.button}
        data-labelled={label === undefined ? undefined : true}
        aria-label={title}
        // A toggle says by its name where it leads.
        data-on={isOn || undefined}
        aria-disabled={isPossible ? undefined : true}
        aria-keyshortcuts={command.keys.length > 0 ? ariaKeys(command.keys, IS_MAC) : undefined}
        onClick={() => runCommand(command)}
      >
        <Icon name={icon} />
        {label !== undefined && <span className={styles.label}>{label}</span>}
      </button>
      <span ref={tip} className={styles.tip} popover="manual" aria-hidden="true">
        {title}
        {keys !== undefined && <kbd>{keyWords(keys, IS_MAC)}</kbd>}
      </span>
    </>
  );
}
