import { type RefObject, useEffect, useRef } from 'react';
import { useLocation } from 'react-router';

/** A page opened by a link starts at its content, where the reader is told of it; the first page keeps the browser's own start. */
export function useFocusOnNavigation(): RefObject<HTMLElement | null> {
  const main = useRef<HTMLElement>(null);
  const { pathname } = useLocation();
  const previous = useRef(pathname);
  useEffect(() => {
    if (previous.current === pathname) return;
    previous.current = pathname;
    main.current?.focus({ preventScroll: true });
  }, [pathname]);
  return main;
}
