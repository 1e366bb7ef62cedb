import type { NotificationPreference } from '@concertation/shared/contracts';
import { useTranslation } from 'react-i18next';
import { useCommand, useRead } from '../../api/index.ts';
import { CheckboxField, ErrorNotice, Panel, Spinner, useToast } from '../../ui/index.ts';
import styles from './notifications.module.css';

function PreferenceRow({ preference: { kind, email } }: { preference: NotificationPreference }) {
  const { t } = useTranslation('notifications');
  const toast = useToast();
  const save = useCommand('saveNotificationPreference', { refreshes: ['readNotificationPreferences'] });
  // What was asked is shown while it is sent; a refusal shows again what holds.
  const shown = save.isPending ? save.variables.body.email : email;
  return (
    <li>
      <CheckboxField
        isSelected={shown}
        isReadOnly={save.isPending}
        onChange={(wanted) =>
          save.mutate(
            { body: { kind, email: wanted } },
            { onError: ({ message }) => toast.show({ tone: 'danger', message }) },
          )
        }
      >
        {t(`names.${kind}`)}
      </CheckboxField>
    </li>
  );
}

/** Which notifications also come by e-mail; each is saved as it is ticked. All of them stay in the product. */
export function PreferencesPanel() {
  const { t } = useTranslation('notifications');
  const preferences = useRead('readNotificationPreferences');
  return (
    <Panel id="notifications" title={t('preferences.title')}>
      <p className={styles.help}>{t('preferences.words')}</p>
      {preferences.isPending && <Spinner size="block" />}
      {preferences.error && <ErrorNotice error={preferences.error} onRetry={() => void preferences.refetch()} />}
      <ul className={styles.preferences}>
        {preferences.data?.map((preference) => (
          <PreferenceRow key={preference.kind} preference={preference} />
        ))}
      </ul>
    </Panel>
  );
}
