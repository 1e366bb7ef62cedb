import type { ValidationRequest } from '@concertation/shared/contracts';
import type { ValidationState } from '@concertation/shared/domain';
import { useTranslation } from 'react-i18next';
import { useCommand } from '../../api/index.ts';
import { Badge, Button, type Tone, useFormats, useToast } from '../../ui/index.ts';
import styles from './registration.module.css';

const tones: Record<ValidationState, Tone> = {
  waiting: 'info',
  accepted: 'success',
  refused: 'danger',
  asked_again: 'warning',
  withdrawn: 'neutral',
};

/** One request of mine: what was sent, when, what was decided and why, in words. */
export function RequestRow({ request }: { request: ValidationRequest }) {
  const { t } = useTranslation('registration');
  const { day } = useFormats();
  const { show } = useToast();
  const withdraw = useCommand('withdrawValidation', { refreshes: ['readOwnValidation'] });
  const { requestId, kind, proofKind, sponsorName, organisationName, state, reason, createdAt, decidedAt } = request;
  const about = proofKind ? t(`proof.kind_${proofKind}`) : (sponsorName ?? organisationName);
  return (
    <li className={styles.request}>
      <p className={styles.requestHead}>
        {t(`request.about_${kind}`)}
        {about && <span className={styles.soft}>{about}</span>}
        <Badge tone={tones[state]}>{t(`request.state_${state}`)}</Badge>
      </p>
      <p className={styles.soft}>
        {t('request.sent', { date: day(createdAt) })}
        {decidedAt && ` · ${t('request.decided', { date: day(decidedAt) })}`}
      </p>
      {reason && <p>{t('request.reason', { reason })}</p>}
      {state === 'waiting' && (
        <div>
          <Button
            size="small"
            isPending={withdraw.isPending}
            onPress={() =>
              withdraw.mutate(
                { params: { requestId } },
                { onError: ({ message }) => show({ tone: 'danger', message }) },
              )
            }
          >
            {t('request.withdraw')}
          </Button>
        </div>
      )}
    </li>
  );
}
