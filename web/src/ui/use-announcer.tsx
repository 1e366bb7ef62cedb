import { type ReactNode, useCallback, useState } from 'react';
import { VisuallyHidden } from './visually-hidden.tsx';

/** A polite live region: `announce` says a sentence to assistive technology, even the same one twice. */
export function useAnnouncer(): { announce: (sentence: string) => void; region: ReactNode } {
  const [said, setSaid] = useState({ sentence: '', count: 0 });
  const announce = useCallback((sentence: string) => setSaid(({ count }) => ({ sentence, count: count + 1 })), []);
  const region = (
    <div aria-live="polite">
      <VisuallyHidden key={said.count}>{said.sentence}</VisuallyHidden>
    </div>
  );
  return { announce, region };
}
