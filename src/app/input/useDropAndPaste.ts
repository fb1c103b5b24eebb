import { useEffect, useState } from 'react';

interface Takers {
  readonly takeText: (text: string) => void;
  readonly takeFile: (file: File) => void;
}

/**
 * Makes the whole page a place to drop on, and to paste into while nothing editable has the focus.
 *
 * @returns whether something is being dragged over the page
 */
export function useDropAndPaste({ takeText, takeFile }: Takers): boolean {
  const [over, setOver] = useState(false);
  useEffect(() => {
    const take = (data: DataTransfer | null): boolean => {
      const [file] = data?.files ?? [];
      if (file) {
        takeFile(file);
        return true;
      }
      const text = data?.getData('text/plain') ?? '';
      if (text === '') return false;
      takeText(text);
      return true;
    };
    const onPaste = (event: ClipboardEvent) => {
      if (isEditable(document.activeElement)) return;
      if (take(event.clipboardData)) event.preventDefault();
    };
    const onDragOver = (event: DragEvent) => {
      // A text dragged within the box is the box's own business.
      if (isEditable(event.target) && !event.dataTransfer?.types.includes('Files')) return;
      event.preventDefault();
      if (event.dataTransfer) event.dataTransfer.dropEffect = 'copy';
      setOver(true);
    };
    const onDrop = (event: DragEvent) => {
      setOver(false);
      if (isEditable(event.target) && !event.dataTransfer?.types.includes('Files')) return;
      event.preventDefault();
      take(event.dataTransfer);
    };
    const onDragLeave = (event: DragEvent) => {
      if (event.relatedTarget === null) setOver(false); // out of the window
    };
    document.addEventListener('paste', onPaste);
    document.addEventListener('dragover', onDragOver);
    document.addEventListener('drop', onDrop);
    document.addEventListener('dragleave', onDragLeave);
    return () => {
      document.removeEventListener('paste', onPaste);
      document.removeEventListener('dragover', onDragOver);
      document.removeEventListener('drop', onDrop);
      document.removeEventListener('dragleave', onDragLeave);
    };
  }, [takeText, takeFile]);
  return over;
}

function isEditable(target: EventTarget | null): boolean {
  return (
    target instanceof HTMLTextAreaElement ||
    target instanceof HTMLInputElement ||
    (target instanceof HTMLElement && target.isContentEditable)
  );
}
