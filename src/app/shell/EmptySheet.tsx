import { usePeerlane } from '../../store/peerlane.ts';
import { FIRST } from '../commands/firstCommands.ts';
import { runCommand } from '../commands/useCommands.ts';
import styles from './EmptySheet.module.css';

/** In the place of a drawing of nothing: how it begins. */
export function EmptySheet() {
  const isEmpty = usePeerlane(({ document }) => {
    const machine = document?.machine;
    return machine?.functions.length === 0 && machine.hostBridges.length === 0;
  });
  const isCarrying = usePeerlane((state) => state.carry !== null);
  if (!isEmpty) return null;
  return (
    <div className={styles.empty} data-carrying={isCarrying || undefined}>
      <p>Drag a platform here, press A to add parts, or write the machine as text.</p>
      {WAYS.map(([id, words]) => (
        <button key={id} type="button" onClick={() => runCommand(FIRST.byId(id))}>
          {words}
        </button>
      ))}
    </div>
  );
}

const WAYS = [
  ['edit.add', 'Add a part'],
  ['panels.parts', 'Look through the parts'],
  ['panels.text', 'Write the text'],
] as const;
