import { type RefObject, useEffect, useRef } from 'react';
import { useLocation } from 'react-router';

/** A part of the page that a link opened starts at its title; the first page keeps the browser's own start. */
export function useHeadingFocus(): RefObject<HTMLHeadingElement | null> {
  const heading = useRef<HTMLHeadingElement>(null);
  const isFirstPage = useLocation().key === 'default';
  useEffect(() => {
    // After the frame, which puts the focus at the top of a new page.
    if (!isFirstPage) queueMicrotask(() => heading.current?.focus({ preventScroll: true }));
  }, [isFirstPage]);
  return heading;
}
