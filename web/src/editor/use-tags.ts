import { tagsMap } from '@concertation/shared/documents';
import { useCallback, useRef, useSyncExternalStore } from 'react';
import type { DocumentHandle } from '../sync/index.ts';

/** The tags of a live document in the order of the alphabet, and the ways to add and remove one. */
export function useTags({ document, editable }: DocumentHandle): {
  tags: string[];
  add: (tag: string) => void;
  remove: (tag: string) => void;
} {
  const known = useRef<string[]>([]);
  const subscribe = useCallback(
    (changed: () => void) => {
      const tags = tagsMap(document);
      tags.observe(changed);
      return () => tags.unobserve(changed);
    },
    [document],
  );
  const tags = useSyncExternalStore(subscribe, () => {
    const now = [...tagsMap(document).keys()].sort((one, other) => one.localeCompare(other, 'fr'));
    if (now.join('\n') !== known.current.join('\n')) known.current = now;
    return known.current;
  });
  return {
    tags,
    add: (tag) => editable && !tagsMap(document).has(tag) && tagsMap(document).set(tag, true),
    remove: (tag) => editable && tagsMap(document).delete(tag),
  };
}
