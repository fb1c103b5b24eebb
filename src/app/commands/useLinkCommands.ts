import { useEffect } from 'react';
import { commandContext } from './useCommands.ts';

/** Does what the address asks for once a machine is there, and whenever the address changes. */
export function useLinkCommands(isOpen: boolean): void {
  useEffect(() => {
    if (!isOpen) return;
    const run = async () => {
      if (!/[#&]do=/.test(location.hash)) return;
      const [{ COMMANDS }, { runLink }] = await Promise.all([
        import('./commands.ts'),
        import('./linkCommands.ts'),
      ]);
      runLink(location.hash, COMMANDS, commandContext);
    };
    void run();
    window.addEventListener('hashchange', run);
    return () => window.removeEventListener('hashchange', run);
  }, [isOpen]);
}
