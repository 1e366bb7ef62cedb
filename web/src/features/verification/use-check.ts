import { type CheckedFile, verifiedFileBytes } from '@concertation/shared/contracts';
import { useState } from 'react';
import { useTranslation } from 'react-i18next';
import { ApiError, call } from '../../api/index.ts';

export type Check =
  | { state: 'idle' }
  | { state: 'checking'; name: string }
  | { state: 'done'; name: string; found: CheckedFile }
  | { state: 'failed'; name: string; why: string };

/** Examines one file at a time; the last one chosen is the one that is answered. */
export function useCheck(): { check: Check; examine: (file: File) => void; reset: () => void } {
  const { t } = useTranslation('verification');
  const [check, setCheck] = useState<Check>({ state: 'idle' });

  const wordsOf = (error: unknown): string => {
    if (error instanceof ApiError && error.code === 'too_many') return t('tooMany');
    if (error instanceof ApiError && error.code === 'too_large') return t('tooLarge');
    return error instanceof Error ? error.message : t('verdict.altered');
  };

  function examine(file: File): void {
    const { name } = file;
    if (file.size > verifiedFileBytes) return setCheck({ state: 'failed', name, why: t('tooLarge') });
    setCheck({ state: 'checking', name });
    void file
      .arrayBuffer()
      .then((bytes) => call('checkFile', { body: new Uint8Array(bytes) }))
      .then(
        (found) => setCheck({ state: 'done', name, found }),
        (error: unknown) => setCheck({ state: 'failed', name, why: wordsOf(error) }),
      );
  }

  return { check, examine, reset: () => setCheck({ state: 'idle' }) };
}
