import { useEffect } from 'react';
import { useCallScreen } from '../call-context.ts';

/** On Apple's machines Ctrl+D and Ctrl+E delete and move in a text: there the keys go with ⌘. */
const isApple = /Mac|iPhone|iPad/.test(navigator.userAgent);

/** The modifier of the call's keys, as `aria-keyshortcuts` names it. */
export const callModifier = isApple ? 'Meta' : 'Control';

/** Ctrl (⌘ on Apple's machines) with D opens or closes the microphone, with E the camera, wherever the focus is, as in other video tools. */
export function useCallKeys(active: boolean): void {
  const { client } = useCallScreen();
  useEffect(() => {
    if (!active || !client) return;
    const onKey = (event: KeyboardEvent) => {
      const { ctrlKey, metaKey, altKey, shiftKey, repeat, defaultPrevented } = event;
      const isOurs = isApple ? metaKey && !ctrlKey : ctrlKey && !metaKey;
      if (!isOurs || altKey || shiftKey || repeat || defaultPrevented) return;
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
