import { useEffect } from 'react';
import { useCallScreen } from '../call-context.ts';

/** Ctrl or ⌘ with D opens or closes the microphone, with E the camera, wherever the focus is, as in other video tools. */
export function useCallKeys(active: boolean): void {
  const { client } = useCallScreen();
  useEffect(() => {
    if (!active || !client) return;
    const onKey = (event: KeyboardEvent) => {
      if (!(event.ctrlKey || event.metaKey) || event.altKey || event.shiftKey || event.repeat) return;
      const key = event.key.toLowerCase();
      if (key !== 'd' && key !== 'e') return;
      event.preventDefault();
      const { microphone, camera } = client.snapshot();
      if (key === 'd') void client.setMicrophone(microphone !== 'live');
      else void client.setCamera(camera === 'off');
    };
    window.addEventListener('keydown', onKey);
    return () => window.removeEventListener('keydown', onKey);
  }, [active, client]);
}
