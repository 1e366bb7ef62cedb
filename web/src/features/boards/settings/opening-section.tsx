import { useTranslation } from 'react-i18next';
import { CheckboxField, Panel } from '../../../ui/index.ts';
import styles from './settings.module.css';
import type { SettingsForm } from './use-settings-form.ts';

/** « Portail »: whether others find the board and see who its members are. */
export function PortalSection({ form: { draft, change } }: { form: SettingsForm }) {
  const { t } = useTranslation('boards');
  return (
    <Panel id="portail" title={t('section.portal')}>
      <div className={styles.checks}>
        <CheckboxField isSelected={draft.published} onChange={(published) => change({ published })}>
          {t('portal.published')}
        </CheckboxField>
        <p className={styles.soft}>{t('portal.publishedHint')}</p>
        <CheckboxField isSelected={draft.showsMembers} onChange={(showsMembers) => change({ showsMembers })}>
          {t('portal.showsMembers')}
        </CheckboxField>
      </div>
    </Panel>
  );
}

/** « Invités admis »: whether people from outside the team may come. */
export function GuestsSection({ form: { draft, change } }: { form: SettingsForm }) {
  const { t } = useTranslation('boards');
  return (
    <Panel id="invites" title={t('section.guests')}>
      <div className={styles.checks}>
        <CheckboxField isSelected={draft.admitsGuests} onChange={(admitsGuests) => change({ admitsGuests })}>
          {t('guests.admits')}
        </CheckboxField>
        <p className={styles.soft}>{t('guests.hint')}</p>
      </div>
    </Panel>
  );
}
