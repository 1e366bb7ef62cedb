import type { PatientMatch } from '@concertation/shared/contracts';
import type { PatientIdentity } from '@concertation/shared/domain';
import { useState } from 'react';
import { useTranslation } from 'react-i18next';
import { presentPatientName } from '../../lib/index.ts';
import { Badge, Button, CheckboxField, Dialog, ErrorNotice, IdentityBanner, Notice } from '../../ui/index.ts';
import styles from './patients.module.css';

export type MatchDialogProps = {
  identity: PatientIdentity;
  matches: readonly PatientMatch[];
  /** The same four traits exist in a case that the person may not read. */
  elsewhere: boolean;
  isPending: boolean;
  error: unknown;
  onOpen: (caseId: string) => void;
  onReuse: (match: PatientMatch) => void;
  onCreate: () => void;
  onClose: () => void;
};

function Match({
  match,
  isPending,
  onOpen,
  onReuse,
}: { match: PatientMatch } & Pick<MatchDialogProps, 'isPending' | 'onOpen' | 'onReuse'>) {
  const { t } = useTranslation('patients');
  const name = presentPatientName(match.patient);
  return (
    <li className={styles.match}>
      <IdentityBanner patient={match.patient} variant="line" />
      <Badge tone={match.nearness === 'same' ? 'warning' : 'info'}>{t(`match.${match.nearness}`)}</Badge>
      <div className={styles.matchActions}>
        <Button size="small" aria-label={t('match.openOf', { name })} onPress={() => onOpen(match.caseId)}>
          {t('match.open')}
        </Button>
        {match.usable && (
          <Button
            size="small"
            isDisabled={isPending}
            aria-label={t('match.reuseOf', { name })}
            onPress={() => onReuse(match)}
          >
            {t('match.reuse')}
          </Button>
        )}
      </div>
    </li>
  );
}

/**
 * Before a patient is created: those who may be the same person. One opens the case that exists, makes a new case for
 * the same patient, or answers for it that this is somebody else. Source: domain.md 4.3.
 */
export function MatchDialog({
  identity,
  matches,
  elsewhere,
  isPending,
  error,
  onOpen,
  onReuse,
  onCreate,
  onClose,
}: MatchDialogProps) {
  const { t } = useTranslation('patients');
  const [checked, setChecked] = useState(false);
  const same = elsewhere || matches.some(({ nearness }) => nearness === 'same');
  return (
    <Dialog
      role="alertdialog"
      size="large"
      isOpen
      onClose={onClose}
      title={t(same ? 'homonym.title' : 'match.title')}
      actions={
        <>
          <Button variant="primary" onPress={onClose}>
            {t('homonym.back')}
          </Button>
          <Button variant="danger" isDisabled={!checked} isPending={isPending} onPress={onCreate}>
            {t(same ? 'homonym.create' : 'match.create')}
          </Button>
        </>
      }
    >
      <p className={styles.help}>{t('match.typed')}</p>
      <IdentityBanner patient={{ ...identity, identityStatus: 'PROV' }} status={false} />
      {matches.length > 0 && (
        <>
          <p>{t('match.words')}</p>
          <ul className={styles.matches}>
            {matches.map((match) => (
              <Match
                key={match.patient.patientId}
                match={match}
                isPending={isPending}
                onOpen={onOpen}
                onReuse={onReuse}
              />
            ))}
          </ul>
        </>
      )}
      {elsewhere && (
        <Notice tone="warning">
          <p>{t('homonym.words')}</p>
        </Notice>
      )}
      <CheckboxField isSelected={checked} onChange={setChecked}>
        {t('homonym.check')}
      </CheckboxField>
      {error ? <ErrorNotice error={error} /> : null}
    </Dialog>
  );
}
