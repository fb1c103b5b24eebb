import { useEffect } from 'react';

/** Copying and cutting parts; what does it comes right behind the page. */
export function useClipboard(): void {
  useEffect(() => {
    let end = () => {};
    let isGone = false;
    import('./hearClipboard.ts').then(
      ({ hearClipboard }) => {
        if (!isGone) end = hearClipboard();
      },
      () => undefined, // then only text is copied
    );
    return () => {
      isGone = true;
      end();
    };
  }, []);
}
