import { type KeyboardEvent, type PointerEvent, useEffect, useState } from 'react';
import { useCallActions } from '../call-context.ts';

/** How far one press of an arrow goes, in parts of the image. */
const step = 0.02;

type Place = { x: number; y: number };
const within = (value: number) => Math.min(Math.max(value, 0), 1);
const arrows: Record<string, Place> = {
  ArrowLeft: { x: -step, y: 0 },
  ArrowRight: { x: step, y: 0 },
  ArrowUp: { x: 0, y: -step },
  ArrowDown: { x: 0, y: step },
};

/** Shows a place on the shared screen, by the mouse or by the arrows; Escape takes the pointer away. `place` is mine. */
export function usePointing(points: boolean) {
  const { point } = useCallActions();
  const [place, setPlace] = useState<Place | null>(null);

  function show(at: Place | null): void {
    setPlace(at);
    point(at);
  }

  useEffect(() => {
    if (!points) return;
    return () => {
      setPlace(null);
      point(null);
    };
  }, [points, point]);

  const handlers = {
    onPointerMove: ({ clientX, clientY, currentTarget }: PointerEvent<HTMLElement>) => {
      const { left, top, width, height } = currentTarget.getBoundingClientRect();
      show({ x: within((clientX - left) / width), y: within((clientY - top) / height) });
    },
    onPointerLeave: () => show(null),
    onKeyDown: (event: KeyboardEvent) => {
      const move = arrows[event.key];
      if (event.key === 'Escape') {
        show(null);
      } else if (move) {
        event.preventDefault();
        const from = place ?? { x: 0.5, y: 0.5 };
        show({ x: within(from.x + move.x), y: within(from.y + move.y) });
      }
    },
  };
  return { place, handlers };
}
