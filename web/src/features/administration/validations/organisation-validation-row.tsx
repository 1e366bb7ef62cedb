import type { QueuedValidation } from '@concertation/shared/contracts';
import { useTranslation } from 'react-i18next';
import { Button, useFormats } from '../../../ui/index.ts';
import styles from '../administration.module.css';

type Props = {
  request: QueuedValidation;
  mayDecide: boolean;
  onAsk: (decision: 'accepted' | 'refused') => void;
};

/** One request to the administrators of an organisation: who asks, what they wrote, and the two answers. */
export function OrganisationValidationRow({ request: { account, message, createdAt }, mayDecide, onAsk }: Props) {
  const { t } = useTranslation('administration');
  const { moment } = useFormats();
  return (
    <li className={styles.card}>
      <h3 className={styles.name}>{account.name}</h3>
      <p className={styles.soft}>
        {[account.profession, account.specialty, account.email].filter((word) => word !== '').join(' · ')}
      </p>
      <p>
        {t('validations.noNumber')} · {t('validations.asked', { at: moment(createdAt) })}
      </p>
      {message !== '' && <blockquote className={styles.quote}>{message}</blockquote>}
      {mayDecide && (
        <div className={styles.actions}>
          <Button variant="primary" onPress={() => onAsk('accepted')}>
            {t('validations.accept')}
          </Button>
          <Button onPress={() => onAsk('refused')}>{t('validations.refuse')}</Button>
        </div>
      )}
    </li>
  );
}
