import type { CheckedFile } from '@concertation/shared/contracts';
import { useTranslation } from 'react-i18next';
import { Icon, useFormats } from '../../ui/index.ts';
import styles from './verification.module.css';

/** What a verdict rests on: what the file says of itself, who signed it, and each thing that was verified. */
export function FileFacts({ name, found }: { name: string; found: CheckedFile }) {
  const { t } = useTranslation('verification');
  const { moment } = useFormats();
  const { report, signer, copy, checks } = found;
  const lines: [string, string][] = [[t('file'), name]];
  if (report) {
    lines.push([t('document'), t('documentOf', { number: report.documentNumber, version: report.version })]);
    lines.push([t('establishment'), report.establishment]);
    lines.push([t('frozen'), t('frozenBy', { at: moment(report.frozenAt), name: report.frozenBy })]);
    if (report.replaces) lines.push([t('replaces'), report.replaces]);
  } else if (copy?.documentNumber) lines.push([t('document'), `${copy.documentNumber}, ${t('archival')}`]);
  if (signer) {
    lines.push([t('signer'), signer.name]);
    lines.push([t('fingerprint'), signer.fingerprint]);
  }
  if (report) lines.push([t('hash'), report.stateHash]);
  // Nobody is expected on a page that anybody opens: who signed is told, and compared with what this installation signed.
  const shown = checks.filter(({ check }) => check !== 'signer');
  return (
    <>
      <dl className={styles.facts}>
        {lines.map(([label, value]) => (
          <div key={label}>
            <dt>{label}</dt>
            <dd>{value}</dd>
          </div>
        ))}
      </dl>
      <section aria-label={t('checksTitle')}>
        <ul className={styles.checks}>
          {shown.map(({ check, outcome }) => (
            <li key={check} data-outcome={outcome}>
              <Icon name={outcome === 'holds' ? 'check' : outcome === 'fails' ? 'warning' : 'info'} size={16} />
              <span>{t(`checks.${check}`)}</span>
              <span className={styles.outcome}>{t(`outcome.${outcome}`)}</span>
            </li>
          ))}
        </ul>
      </section>
    </>
  );
}
