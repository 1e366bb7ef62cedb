import { useEffect, useEffectEvent } from 'react';

const isTyping = (target: EventTarget | null) =>
  target instanceof HTMLElement && (target.isContentEditable || target.matches('input, textarea'));
const holdsFiles = (transfer: DataTransfer | null) => transfer?.types.includes('Files') ?? false;

/**
 * Takes files pasted anywhere on the page but where one writes, and keeps a file dropped beside its zone from replacing the
 * page. A null `take` only does the latter.
 */
export function useArrivingFiles(take: ((files: File[]) => void) | null): void {
  const taken = useEffectEvent((files: File[]) => take?.(files));
  useEffect(() => {
    const paste = (event: ClipboardEvent) => {
      const files = [...(event.clipboardData?.files ?? [])];
      if (files.length === 0 || event.defaultPrevented || isTyping(event.target)) return;
      event.preventDefault();
      taken(files);
    };
    const hold = (event: DragEvent) => {
      if (holdsFiles(event.dataTransfer)) event.preventDefault();
    };
    document.addEventListener('paste', paste);
    window.addEventListener('dragover', hold);
    window.addEventListener('drop', hold);
    return () => {
      document.removeEventListener('paste', paste);
      window.removeEventListener('dragover', hold);
      window.removeEventListener('drop', hold);
    };
  }, []);
}
