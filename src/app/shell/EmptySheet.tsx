import { usePeerlane } from '../../store/peerlane.ts';
import { COMMANDS } from '../commands/commands.ts';
import { runCommand } from '../commands/useCommands.ts';
import styles from './EmptySheet.module.css';

/** In the place of a drawing of nothing: how it begins. */
export function EmptySheet() {
  const isEmpty = usePeerlane(({ document }) => {
    const machine = document?.machine;
    return machine?.functions.length === 0 && machine.hostBridges.length === 0;
  });
  if (!isEmpty) return null;
  return (
    <div className={styles.empty}>
      <p>Nothing is drawn yet. Describe the machine line by line, or begin with a platform.</p>
      <button type="button" onClick={() => runCommand(COMMANDS.byId('panels.text'))}>
        Write in the text
      </button>
      <button type="button" onClick={() => runCommand(COMMANDS.byId('panels.parts'))}>
        Look through the parts
      </button>
    </div>
  );
}
