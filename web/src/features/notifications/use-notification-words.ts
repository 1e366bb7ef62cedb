import type { NotificationLine } from '@concertation/shared/contracts';
import { useTranslation } from 'react-i18next';
import { useFormats } from '../../ui/index.ts';

/** A notification in words: what happened, then where and when it takes place (possibly nothing). */
export function useNotificationWords() {
  const { t } = useTranslation('notifications');
  const { meetingTime } = useFormats();
  return ({ kind, about }: Pick<NotificationLine, 'kind' | 'about'>) => {
    const { by = t('somebody'), boardName, startsAt, count = 1, notReady = 0 } = about;
    const digest = t('digest.cases', { count }) + (notReady > 0 ? t('digest.notReady', { count: notReady }) : '');
    const says = kind === 'digest' ? t('digest.says', { digest }) : t(`says.${kind}`, { by, count });
    const where = [boardName, startsAt && meetingTime(startsAt)].filter(Boolean).join(' · ');
    return { says, where };
  };
}
