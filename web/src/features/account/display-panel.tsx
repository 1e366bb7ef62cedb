import { useTranslation } from 'react-i18next';
import { languages } from '../../lib/index.ts';
import { ChoiceField, Panel, themes, useLanguage, useTheme } from '../../ui/index.ts';
import styles from './account.module.css';

/** Language and appearance, remembered on this browser. */
export function DisplayPanel() {
  const { t } = useTranslation('account');
  const { language, setLanguage } = useLanguage();
  const { theme, setTheme } = useTheme();
  return (
    <Panel id="affichage" title={t('page.comfort')}>
      <div className={styles.stack}>
        <p className={styles.help}>{t('page.comfortWords')}</p>
        <ChoiceField
          label={t('page.language')}
          choices={languages.map((id) => ({ id, label: t(`page.language_${id}`) }))}
          value={language}
          onChange={setLanguage}
        />
        <ChoiceField
          label={t('page.theme')}
          choices={themes.map((id) => ({ id, label: t(`page.theme_${id}`) }))}
          value={theme}
          onChange={setTheme}
        />
      </div>
    </Panel>
  );
}
