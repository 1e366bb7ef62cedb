import { type RefObject, useEffect, useLayoutEffect, useRef, useState } from 'react';

/** As near to the end as makes no difference, in pixels. */
const nearMs = 48;

/**
 * Keeps a log where its reader is: it opens at its mark, or at its end; what arrives is followed by who was at the end,
 * what oneself writes by everybody; older lines that come above move nothing.
 */
export function useLogScroll({
  firstId,
  lastId,
  isLastMine,
}: {
  firstId: string | undefined;
  lastId: string | undefined;
  isLastMine: boolean;
}): {
  log: RefObject<HTMLDivElement | null>;
  mark: RefObject<HTMLLIElement | null>;
  isAtEnd: boolean;
  toEnd: () => void;
} {
  const log = useRef<HTMLDivElement>(null);
  const mark = useRef<HTMLLIElement>(null);
  const fromEnd = useRef<number | null>(null);
  const [isAtEnd, setIsAtEnd] = useState(false);

  const look = () => {
    const { current } = log;
    if (!current) return;
    fromEnd.current = current.scrollHeight - current.scrollTop;
    setIsAtEnd(fromEnd.current - current.clientHeight < nearMs);
  };
  const toEnd = () => log.current?.scrollTo({ top: log.current.scrollHeight });

  useLayoutEffect(() => {
    const { current } = log;
    if (!current) return;
    const place = mark.current;
    // A little above, so that what comes before is guessed.
    current.scrollTop = place ? place.offsetTop - nearMs : current.scrollHeight;
    look();
  }, []);

  const previous = useRef({ firstId, lastId, isAtEnd });
  useLayoutEffect(() => {
    const { current } = log;
    const before = previous.current;
    previous.current = { firstId, lastId, isAtEnd };
    if (!current) return;
    if (before.lastId !== lastId && (before.isAtEnd || isLastMine)) current.scrollTop = current.scrollHeight;
    else if (before.firstId !== firstId && fromEnd.current !== null)
      current.scrollTop = current.scrollHeight - fromEnd.current;
    if (before.lastId !== lastId || before.firstId !== firstId) look();
  });

  useEffect(() => {
    const { current } = log;
    if (!current) return undefined;
    current.addEventListener('scroll', look, { passive: true });
    // The field below grew, the window changed: who was at the end stays there.
    const observer = new ResizeObserver(() => {
      if (previous.current.isAtEnd) current.scrollTop = current.scrollHeight;
      look();
    });
    observer.observe(current);
    return () => {
      current.removeEventListener('scroll', look);
      observer.disconnect();
    };
  }, []);
  return { log, mark, isAtEnd, toEnd };
}
