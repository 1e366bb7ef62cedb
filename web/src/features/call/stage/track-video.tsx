import { useEffect, useRef } from 'react';

/** Draws one video track; sound plays elsewhere. `onRatio` tells the image's width over its height. */
export function TrackVideo({
  track,
  className,
  onRatio,
}: {
  track: MediaStreamTrack;
  className: string | undefined;
  onRatio?: (ratio: number) => void;
}) {
  const video = useRef<HTMLVideoElement>(null);
  useEffect(() => {
    const { current: element } = video;
    if (!element) return;
    const view = element.ownerDocument.defaultView ?? window;
    element.srcObject = new view.MediaStream([track]);
    // A browser that holds playback back (a hidden tab) starts it again by itself.
    element.play().catch(() => undefined);
    return () => {
      element.srcObject = null;
    };
  }, [track]);
  return (
    <video
      ref={video}
      className={className}
      autoPlay
      playsInline
      muted
      aria-hidden="true"
      onResize={({ currentTarget: { videoWidth, videoHeight } }) =>
        videoWidth > 0 && videoHeight > 0 && onRatio?.(videoWidth / videoHeight)
      }
    />
  );
}
