import { type ErrorCode, errors } from '@concertation/shared/contracts';
import { useLanguage } from '../../ui/index.ts';

/** The sentence of a refusal, in the language of the screen. */
export function useErrorWords(): (code: ErrorCode) => string {
  const { language } = useLanguage();
  return (code) => errors[code][language];
}
