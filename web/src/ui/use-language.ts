import { useTranslation } from 'react-i18next';
import {
  type Language,
  formatDate,
  formatDay,
  formatMeetingTime,
  formatMoment,
  formatTime,
  toLanguage,
} from '../lib/index.ts';

/** The language of the screen, and a way to change it. */
export function useLanguage(): { language: Language; setLanguage: (language: Language) => void } {
  const { i18n } = useTranslation();
  return { language: toLanguage(i18n.language), setLanguage: (language) => void i18n.changeLanguage(language) };
}

/**
 * Dates in the language of the screen: `date('1956-03-12')`, and `meetingTime`, `day`, `time`, `moment` of an
 * instant, in the reader's time zone; `meetingTime`, `day` and `time` in another when it is given.
 */
export function useFormats(timeZone?: string) {
  const { language } = useLanguage();
  return {
    date: formatDate,
    day: (instant: string) => formatDay(instant, language, timeZone),
    time: (instant: string) => formatTime(instant, language, timeZone),
    meetingTime: (instant: string) => formatMeetingTime(instant, language, timeZone),
    moment: (instant: string) => formatMoment(instant, language),
  };
}
