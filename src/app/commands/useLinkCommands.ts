import { useEffect } from 'react';
import { COMMANDS } from './commands.ts';
import { runLink } from './linkCommands.ts';
import { commandContext } from './useCommands.ts';

/** Does what the address asks for once a machine is there, and whenever the address changes. */
export function useLinkCommands(isOpen: boolean): void {
  useEffect(() => {
    if (!isOpen) return;
    const run = () => runLink(location.hash, COMMANDS, commandContext);
    run();
    window.addEventListener('hashchange', run);
    return () => window.removeEventListener('hashchange', run);
  }, [isOpen]);
}
