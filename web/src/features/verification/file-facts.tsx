import type { CheckedFile } from '@concertation/shared/contracts';
import { useTranslation } from 'react-i18next';
import { Icon, useFormats } from '../../ui/index.ts';
import styles from './verification.module.css';

type Check = CheckedFile['checks'][number];

/** A time that holds is by whoever it says; that it may be believed is for an authority that is expected to say. */
const shownOutcome = ({ check, outcome }: Check) =>
  check === 'timestamp' && outcome === 'holds' ? 'unproven' : outcome;

const icons = { holds: 'check', issued: 'check', unproven: 'info', absent: 'info', fails: 'warning' } as const;

/** What a verdict rests on: what the file says of itself, who signed it, and each thing that was verified. */
export function FileFacts({ name, found }: { name: string; found: CheckedFile }) {
  const { t } = useTranslation('verification');
  const { moment } = useFormats();
  const { report, signer, copy, checks, timestamp } = found;
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
  if (timestamp) lines.push([t('time'), t('timeBy', { at: moment(timestamp.at), name: timestamp.authority })]);
  if (report) lines.push([t('hash'), report.stateHash]);
  // Nobody is expected on a page that anybody opens: who signed is told, and compared with what this installation signed.
  // A file whose signature does not hold is not opened: nothing more was looked for in it.
  const shown = checks.filter(({ check }) => check === 'signature' || (check !== 'signer' && signer !== null));
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
          {shown.map((each) => (
            <li key={each.check} data-outcome={shownOutcome(each)}>
              <Icon name={icons[shownOutcome(each)]} size={16} />
              <span>{t(`checks.${each.check}`)}</span>
              <span className={styles.outcome}>{t(`outcome.${shownOutcome(each)}`)}</span>
            </li>
          ))}
        </ul>
      </section>
    </>
  );
}
