import type { MeetingDetail } from '@concertation/shared/contracts';
import { useTranslation } from 'react-i18next';
import { Notice } from '../../../ui/index.ts';

/** What nobody must miss: a trial, or a meeting that will not be held, and why. Source: SC-82. */
export function MeetingBanner({ meeting }: { meeting: MeetingDetail }) {
  const { t } = useTranslation('planning');
  return (
    <>
      {meeting.state === 'cancelled' && (
        <Notice tone="warning" title={t('banner.cancelled')}>
          {meeting.cancellationReason && <p>{t('banner.reason', { reason: meeting.cancellationReason })}</p>}
        </Notice>
      )}
      {meeting.fictitious && (
        <Notice tone="info" title={t('fictitious')}>
          <p>{t('banner.fictitious')}</p>
        </Notice>
      )}
    </>
  );
}
