import type { ReactNode } from 'react';
import { useTranslation } from 'react-i18next';
import { presentPatientName, presentUsedName } from '../lib/index.ts';
import { Badge } from './badge.tsx';
import { classNames } from './class-names.ts';
import styles from './identity-banner.module.css';
import { useFormats } from './use-language.ts';

/** The traits that identity rules want on every screen. Source: domain.md 4.3; the contract `patientBanner` fits. */
export type Identity = {
  birthName: string;
  birthGivenName: string;
  usedName: string | null;
  usedGivenName: string | null;
  /** `AAAA-MM-JJ` */
  birthDate: string;
  sex: 'M' | 'F' | 'I';
  identityStatus: 'PROV' | 'RECUP' | 'VALI' | 'QUAL';
};

/**
 * Who the patient is: name and given name at birth, birth date, sex, the used name when it differs, and how sure the
 * identity is. `banner` stands at the head of a page, `line` in a list; `status` false hides the reliability in a list.
 */
export function IdentityBanner({
  patient,
  variant = 'banner',
  status = variant === 'banner',
  actions,
}: {
  patient: Identity;
  variant?: 'banner' | 'line';
  status?: boolean;
  actions?: ReactNode;
}) {
  const { t } = useTranslation('ui');
  const { date } = useFormats();
  const used = presentUsedName(patient);
  const traits = (
    <>
      <span className={styles.name}>{presentPatientName(patient)}</span>{' '}
      <span className={styles.traits}>
        <span className={styles.trait}>{t(`identity.born_${patient.sex}`, { date: date(patient.birthDate) })}</span>{' '}
        <span className={styles.trait}>{t(`identity.sex_${patient.sex}`)}</span>
      </span>
      {used !== null && <span className={styles.used}> {t('identity.used', { name: used })}</span>}
      {status && (
        <span className={styles.status}>
          <Badge tone={patient.identityStatus === 'QUAL' ? 'success' : 'warning'}>
            {t(`identity.status_${patient.identityStatus}`)}
          </Badge>
        </span>
      )}
      {actions}
    </>
  );
  if (variant === 'line') return <span className={classNames(styles.identity, styles.line)}>{traits}</span>;
  return (
    <section aria-label={t('identity.label')} className={classNames(styles.identity, styles.banner)}>
      {traits}
    </section>
  );
}
