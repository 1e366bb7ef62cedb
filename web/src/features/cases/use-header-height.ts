import { useEffect, useState } from 'react';

/** The height in pixels of the frame's header, which stays at the top and grows with its notices. */
export function useHeaderHeight(): number {
  const [height, setHeight] = useState(0);
  useEffect(() => {
    const header = document.querySelector('body header');
    if (!header || getComputedStyle(header).position !== 'sticky') return undefined;
    const observer = new ResizeObserver(() => setHeight(Math.floor(header.getBoundingClientRect().height)));
    observer.observe(header);
    return () => observer.disconnect();
  }, []);
  return height;
}
