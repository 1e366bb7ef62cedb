import { useTranslation } from 'react-i18next';
import { Panel } from '../../../ui/index.ts';
import styles from './board.module.css';

/** The board's charter, as its coordinator wrote it. Nothing when there is none. */
export function BoardCharter({ charter }: { charter: string }) {
  const { t } = useTranslation('boards');
  if (charter === '') return null;
  return (
    <Panel title={t('charter.title')}>
      <p className={styles.charter}>{charter}</p>
    </Panel>
  );
}
