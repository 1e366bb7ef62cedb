import { useTranslation } from 'react-i18next';
import type { DocumentHandle, SaveState } from '../sync/index.ts';
import { classNames, Icon, type IconName } from '../ui/index.ts';
import styles from './save-indicator.module.css';

const icons: Record<SaveState, IconName> = {
  loading: 'more',
  saved: 'check',
  saving: 'more',
  waiting_storage: 'warning',
  offline: 'info',
  unkept: 'warning',
  read_only: 'lock',
  withdrawn: 'lock',
};
const tones: Partial<Record<SaveState, string>> = {
  saved: 'calm',
  waiting_storage: 'alarm',
  offline: 'careful',
  unkept: 'alarm',
};

/** Typing goes from « Enregistrement… » to « Enregistré » at each key: only the other states are read out. */
const quiet: readonly SaveState[] = ['saving', 'saved', 'loading'];

/** The state of saving, in words, always on the screen. */
export function SaveIndicator({ handle: { saveState } }: { handle: DocumentHandle }) {
  const { t } = useTranslation('sync');
  return (
    <output
      className={classNames(styles.state, styles[tones[saveState] ?? 'plain'])}
      title={t(`saveHelp.${saveState}`)}
      data-save-state={saveState}
      aria-live={quiet.includes(saveState) ? 'off' : 'polite'}
      aria-label={t('saveStatus')}
    >
      <Icon name={icons[saveState]} size={18} />
      <span>{t(`saveState.${saveState}`)}</span>
    </output>
  );
}
