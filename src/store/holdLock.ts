/**
 * Takes a lock that all tabs of this site share, and holds it until the page is gone. Without locks
 * (they need a secure connection) everybody gets it: writes are checked all the same.
 * @param patienceMs how long to wait for whoever has it now
 */
export function holdLock(name: string, patienceMs: number): Promise<boolean> {
  if (!('locks' in navigator)) return Promise.resolve(true);
  return new Promise((resolve) => {
    const options =
      patienceMs > 0 ? { signal: AbortSignal.timeout(patienceMs) } : { ifAvailable: true };
    navigator.locks
      .request(name, options, (lock) => {
        resolve(lock !== null);
        return lock === null ? undefined : untilThePageIsGone;
      })
      .catch(() => resolve(false)); // not in time
  });
}

const untilThePageIsGone = new Promise<never>(() => {});
