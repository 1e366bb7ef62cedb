import { useEffect, useState } from 'react';

/** What was typed, once typing pauses: one question to the server for a word, not for a letter. */
export function useSettled(text: string): string {
  const [settled, setSettled] = useState(text);
  useEffect(() => {
    const timer = setTimeout(() => setSettled(text.trim()), 200);
    return () => clearTimeout(timer);
  }, [text]);
  return settled;
}
