import { useState } from 'react';
import { useCall } from '../call-context.ts';

/** How many of those who spoke are remembered. */
const remembered = 25;

/** Who spoke, the latest first: faces keep their places when nobody new speaks. */
export function useSpoke(): readonly string[] {
  const speaker = useCall((state) => state.speaker);
  const [spoke, setSpoke] = useState<readonly string[]>([]);
  if (speaker !== null && spoke[0] !== speaker)
    setSpoke([speaker, ...spoke.filter((other) => other !== speaker)].slice(0, remembered));
  return spoke;
}
