import { useTranslation } from 'react-i18next';
import { CaseSheet, KeptText } from '../../editor/index.ts';
import type { DocumentHandle } from '../../sync/index.ts';
import { Panel } from '../../ui/index.ts';
import styles from './cases.module.css';

/** The sheet of a case, and above it what its writer had typed and could not be merged. */
export function CaseDocument({ handle }: { handle: DocumentHandle }) {
  const { t } = useTranslation('cases');
  return (
    <div className={styles.stack}>
      <KeptText handle={handle} />
      <Panel id="fiche" title={t('sheet')}>
        <CaseSheet handle={handle} />
      </Panel>
    </div>
  );
}
