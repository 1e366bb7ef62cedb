import { type AuditLine, auditActs } from '@concertation/shared/contracts';
import { useTranslation } from 'react-i18next';
import { Badge, useFormats, useLanguage } from '../../../ui/index.ts';
import styles from '../administration.module.css';

type Words = Record<string, { fr: string; en: string } | undefined>;

/** One act: when, what in words, by whom, on what; its code too, by which the export is searched. */
export function AuditRow({ line }: { line: AuditLine }) {
  const { t } = useTranslation('administration');
  const { language } = useLanguage();
  const { moment } = useFormats();
  const details = Object.entries(line.details).map(([name, value]) => `${name} : ${String(value)}`);
  // What a former version recorded may have no words any more: its code then says it.
  const act = (auditActs as Words)[line.kind]?.[language] ?? line.kind;
  return (
    <li className={styles.line} data-marked={line.marked || undefined}>
      <span className={styles.at}>{moment(line.at)}</span>
      <span className={styles.what}>
        <span className={styles.head}>
          <strong className={styles.act}>{act}</strong>
          {line.marked && <Badge tone="danger">{t('audit.marked')}</Badge>}
        </span>
        <span>{line.accountName ?? t('audit.nobody')}</span>
        <span className={styles.soft}>
          {[line.kind, line.subject, line.patientId && t('audit.patient', { id: line.patientId }), ...details]
            .filter((word) => word)
            .join(' · ')}
        </span>
      </span>
    </li>
  );
}
