import { useEffect, useState } from 'react';
import { PageCache } from './page-cache.ts';

type Shown = { address: string | null; error: unknown; retry: () => void };

/** One page of a document as an image, for a component that lives as long as the document is looked at: null while it is drawn. The next page is asked once this one is there. */
export function usePage(caseId: string, fileId: string, page: number, pages: number): Shown {
  const [cache] = useState(() => new PageCache(caseId, fileId));
  const [attempt, setAttempt] = useState(0);
  const [shown, setShown] = useState<{ page: number; address: string | null; error: unknown } | null>(null);
  useEffect(() => () => cache.close(), [cache]);
  useEffect(() => {
    let left = false;
    cache.page(page).then(
      (address) => {
        if (left) return;
        setShown({ page, address, error: null });
        // Only in advance: whatever it ends with is told when it is asked for.
        if (page < pages) void cache.page(page + 1).catch(() => undefined);
      },
      (error: unknown) => !left && setShown({ page, address: null, error }),
    );
    return () => {
      left = true;
    };
  }, [cache, page, pages, attempt]);
  const current = shown?.page === page ? shown : null;
  return {
    address: current?.address ?? null,
    error: current?.error ?? null,
    retry: () => {
      setShown(null);
      setAttempt((count) => count + 1);
    },
  };
}
