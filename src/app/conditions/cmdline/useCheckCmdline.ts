import { useEffect, useState } from 'react';
import type { checkCmdline } from './checkCmdline.ts';

type Check = typeof checkCmdline;

let fetched: Check | null = null;

/** What reads the line as a kernel does; `null` while it is on its way, right behind the page. */
export function useCheckCmdline(): Check | null {
  const [check, setCheck] = useState<Check | null>(() => fetched);
  useEffect(() => {
    if (check !== null) return;
    let isGone = false;
    import('./checkCmdline.ts').then(
      (part) => {
        fetched = part.checkCmdline;
        if (!isGone) setCheck(() => part.checkCmdline);
      },
      () => undefined, // the engine reads the line all the same
    );
    return () => {
      isGone = true;
    };
  }, [check]);
  return check;
}
