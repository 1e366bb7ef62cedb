import { useTranslation } from 'react-i18next';
import { Link } from 'react-router';
import { knowsPasskeys } from '../../api/index.ts';
import { CheckboxField, ChoiceField, NewPasswordField } from '../../ui/index.ts';
import styles from './registration.module.css';
import type { StepProps } from './step-fields.ts';

/** What will open the account, and the terms of use. Source: SC-16, PA-14. */
export function OpeningStep({
  draft,
  change,
  isWrong,
  password,
  onPassword,
  passwordError,
}: StepProps & {
  password: string;
  onPassword: (password: string) => void;
  /** Why the server refused it; nothing when it is only too short. */
  passwordError: string | null;
}) {
  const { t } = useTranslation('registration');
  return (
    <>
      {knowsPasskeys() && (
        <ChoiceField
          label={t('form.means')}
          description={t(`form.means_${draft.means}_help`)}
          choices={(['passkey', 'password'] as const).map((id) => ({ id, label: t(`form.means_${id}`) }))}
          value={draft.means}
          onChange={(means) => change({ means })}
        />
      )}
      {draft.means === 'password' && (
        <NewPasswordField
          label={t('form.password')}
          value={password}
          onChange={onPassword}
          owner={[draft.givenName, draft.familyName, draft.email.split('@')[0] ?? '']}
          error={isWrong('password') && (passwordError ?? t('fields.password'))}
        />
      )}
      <div>
        <CheckboxField
          isSelected={draft.accepted}
          isInvalid={isWrong('accepted')}
          onChange={(accepted) => change({ accepted })}
        >
          {t('form.accept')}
        </CheckboxField>
        <p className={styles.soft}>
          <Link to="/conditions" target="_blank">
            {t('form.terms')}
          </Link>
        </p>
        {isWrong('accepted') && (
          <p role="alert" className={styles.wrong}>
            {t('fields.accepted')}
          </p>
        )}
      </div>
    </>
  );
}
