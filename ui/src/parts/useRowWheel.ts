import { type RefObject, useEffect, useRef } from 'react';

/**
 * The wheel and the finger move a scaled table by rows: by pixels they would leap over millions.
 *
 * @param moved is told how many rows, a fraction too, downwards positive.
 */
export function useRowWheel(frame: RefObject<HTMLElement | null>, isScaled: boolean, rowPixels: number, moved: (rows: number) => void) {
  const told = useRef(moved);
  useEffect(() => {
    told.current = moved;
  });
  useEffect(() => {
    const element = frame.current;
    if (!element || !isScaled) return;
    let finger: number | undefined;
    const wheel = (event: WheelEvent) => {
      if (event.ctrlKey || Math.abs(event.deltaX) > Math.abs(event.deltaY)) return;
      event.preventDefault();
      told.current(event.deltaMode === WheelEvent.DOM_DELTA_LINE ? event.deltaY : event.deltaY / rowPixels);
    };
    const touch = (event: TouchEvent) => {
      const y = event.touches[0]?.clientY;
      if (event.type === 'touchmove' && finger !== undefined && y !== undefined) {
        event.preventDefault();
        told.current((finger - y) / rowPixels);
      }
      finger = event.type === 'touchend' ? undefined : y;
    };
    const touches = ['touchstart', 'touchmove', 'touchend'] as const;
    element.addEventListener('wheel', wheel, { passive: false });
    for (const name of touches) element.addEventListener(name, touch, { passive: false });
    return () => {
      element.removeEventListener('wheel', wheel);
      for (const name of touches) element.removeEventListener(name, touch);
    };
  }, [frame, isScaled, rowPixels]);
}
