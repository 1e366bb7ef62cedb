import { useState } from 'react';

/**
 * Why somebody dissents, while it is being written: the meeting may move to another case and take the form away. In this
 * page's memory alone, by account: nobody else who signs in here finds it.
 */
const reasons = new Map<string, string>();

/** What was typed for this report, kept until it is sent. */
export function useKeptReason(accountId: string, reportId: string): [string, (reason: string) => void] {
  const key = `${accountId} ${reportId}`;
  const [reason, setReason] = useState(reasons.get(key) ?? '');
  const keep = (typed: string) => {
    if (typed === '') reasons.delete(key);
    else reasons.set(key, typed);
    setReason(typed);
  };
  return [reason, keep];
}
