import { useDeferredValue, useEffect, useState } from 'react';

/** What was typed, trimmed, once typing pauses: one question to the server for a word, not for a letter. */
export function useSettled(text: string): string {
  const [settled, setSettled] = useState(text);
  useEffect(() => {
    const timer = setTimeout(() => setSettled(text), 200);
    return () => clearTimeout(timer);
  }, [text]);
  return useDeferredValue(settled.trim());
}
