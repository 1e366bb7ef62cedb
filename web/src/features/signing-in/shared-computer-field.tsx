import { useTranslation } from 'react-i18next';
import { CheckboxField } from '../../ui/index.ts';
import styles from './signing-in.module.css';

/** « Poste partagé », and what it changes, in one line. */
export function SharedComputerField({ shared, onChange }: { shared: boolean; onChange: (shared: boolean) => void }) {
  const { t } = useTranslation('signingIn');
  return (
    <div className={styles.shared}>
      <CheckboxField isSelected={shared} onChange={onChange} aria-describedby="shared-computer">
        {t('shared.label')}
      </CheckboxField>
      <p id="shared-computer" className={styles.help}>
        {t('shared.words')}
      </p>
    </div>
  );
}
