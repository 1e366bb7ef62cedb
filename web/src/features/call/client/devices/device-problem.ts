import type { DeviceProblem } from '../../call-state.ts';

/** Why a device gave nothing, from what the browser threw. Source: W3C Media Capture, getUserMedia. */
export function deviceProblem(error: unknown): DeviceProblem {
  const name = error instanceof Error || error instanceof DOMException ? error.name : '';
  if (name === 'NotAllowedError' || name === 'SecurityError') return 'denied';
  if (name === 'NotReadableError' || name === 'AbortError') return 'busy';
  return 'missing';
}
