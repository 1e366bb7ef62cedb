import { type RefObject, useEffect } from 'react';
import { useCallScreen } from '../call-context.ts';

/** Asks for a video while its tile is seen, in layers that fit the tile's height: what is scrolled away or hidden is not received. */
export function useShownVideo(
  tile: RefObject<HTMLElement | null>,
  participantId: string,
  source: 'camera' | 'screen',
): void {
  const { shown } = useCallScreen();
  useEffect(() => {
    const { current: element } = tile;
    const view = element?.ownerDocument.defaultView;
    if (!element || !view) return;
    const key = {};
    const elsewhere = view === window ? {} : { elsewhere: true as const };
    let isSeen = false;
    const tell = () => {
      const height = Math.round(element.clientHeight);
      shown.set(key, isSeen && height > 0 ? { participantId, source, height, ...elsewhere } : null);
    };
    // The observers of the window where the tile stands: the second screen has its own.
    const size = new view.ResizeObserver(tell);
    const sight = new view.IntersectionObserver((entries) => {
      isSeen = entries.at(-1)?.isIntersecting ?? false;
      tell();
    });
    size.observe(element);
    sight.observe(element);
    return () => {
      size.disconnect();
      sight.disconnect();
      shown.set(key, null);
    };
  }, [shown, tile, participantId, source]);
}
