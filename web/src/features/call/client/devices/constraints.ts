/** What is asked of a microphone and of a camera; a remembered device that is absent is replaced by another. */
export function constraintsOf(kind: 'microphone' | 'camera', deviceId: string | null): MediaTrackConstraints {
  const device = deviceId ? { deviceId: { ideal: deviceId } } : {};
  if (kind === 'microphone')
    return { ...device, echoCancellation: true, noiseSuppression: true, autoGainControl: true };
  return { ...device, width: { ideal: 1280 }, height: { ideal: 720 }, frameRate: { ideal: 25, max: 25 } };
}

/** What is asked of a shared screen: words that can be read rather than movement. */
export const screenConstraints: DisplayMediaStreamOptions = {
  video: { width: { max: 1920 }, height: { max: 1080 }, frameRate: { ideal: 10, max: 15 } },
  audio: false,
};
