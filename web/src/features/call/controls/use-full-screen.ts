import { useEffect } from 'react';
import { useCallScreen } from '../call-context.ts';

/**
 * « Plein écran »: the whole page goes full screen and the call fills it, so that menus and questions still show over
 * it. A browser that refuses (a telephone) still gives the whole window. Source: SA-140.
 */
export function useFullScreen(): { fullScreen: boolean; toggle: () => void } {
  const { fullScreen, setFullScreen, setLayout } = useCallScreen();
  useEffect(() => {
    const onChange = () => document.fullscreenElement === null && setFullScreen(false);
    document.addEventListener('fullscreenchange', onChange);
    return () => document.removeEventListener('fullscreenchange', onChange);
  }, [setFullScreen]);
  function toggle(): void {
    if (fullScreen) {
      setFullScreen(false);
      if (document.fullscreenElement) void document.exitFullscreen();
      return;
    }
    setLayout('stage');
    setFullScreen(true);
    // Refused: the call fills the window all the same.
    document.documentElement.requestFullscreen?.().catch(() => undefined);
  }
  return { fullScreen, toggle };
}
