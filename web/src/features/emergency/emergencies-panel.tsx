import type { CaseEmergency } from '@concertation/shared/contracts';
import { useTranslation } from 'react-i18next';
import { useRead } from '../../api/index.ts';
import { Badge, ErrorNotice, Panel, useFormats } from '../../ui/index.ts';
import styles from './emergency.module.css';

function Line({ emergency: { person, reason, openedAt, endsAt, open } }: { emergency: CaseEmergency }) {
  const { t } = useTranslation('emergency');
  const { moment, time } = useFormats();
  return (
    <li className={styles.line} data-open={open || undefined}>
      <p className={styles.head}>
        <span className={styles.name}>{person?.name ?? t('unknown')}</span>
        <Badge tone={open ? 'danger' : 'neutral'}>{open ? t('openUntil', { time: time(endsAt) }) : t('over')}</Badge>
      </p>
      <p className={styles.soft}>
        {[person?.specialty, t('openedAt', { at: moment(openedAt) })].filter(Boolean).join(' · ')}
      </p>
      <blockquote className={styles.quote}>{reason}</blockquote>
    </li>
  );
}

/**
 * Who opened the case in an emergency, when and why, for those who answer for it; nothing when nobody did, which is the
 * rule.
 */
export function EmergenciesPanel({ caseId }: { caseId: string }) {
  const { t } = useTranslation('emergency');
  const found = useRead('listEmergencies', { params: { caseId } });
  if (!found.error && !found.data?.length) return null;
  return (
    <Panel id="urgences" title={t('panel')} padding={false}>
      {found.error && (
        <div className={styles.inset}>
          <ErrorNotice error={found.error} onRetry={() => void found.refetch()} />
        </div>
      )}
      {found.data && found.data.length > 0 && (
        <>
          <p className={styles.intro}>{t('panelWords')}</p>
          <ul>
            {found.data.map((emergency) => (
              <Line key={emergency.accessId} emergency={emergency} />
            ))}
          </ul>
        </>
      )}
    </Panel>
  );
}
