import { fieldsMap } from '@concertation/shared/documents';
import { useCallback, useSyncExternalStore } from 'react';
import type { DocumentHandle } from '../sync/index.ts';

/** Characters that a typed field may hold. */
const fieldLimit = 2000;

/** A typed field of a live document, and the way to write it. An empty field is an absent one. */
export function useField({ document, editable }: DocumentHandle, key: string): [string, (value: string) => void] {
  const subscribe = useCallback(
    (changed: () => void) => {
      const fields = fieldsMap(document);
      fields.observe(changed);
      return () => fields.unobserve(changed);
    },
    [document],
  );
  const value = useSyncExternalStore(subscribe, () => fieldsMap(document).get(key) ?? '');
  const write = useCallback(
    (next: string) => {
      const fields = fieldsMap(document);
      const kept = next.slice(0, fieldLimit);
      if (!editable || (fields.get(key) ?? '') === kept) return;
      if (kept === '') fields.delete(key);
      else fields.set(key, kept);
    },
    [document, editable, key],
  );
  return [value, write];
}
