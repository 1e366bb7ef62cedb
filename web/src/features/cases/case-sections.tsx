import { type CaseSection, caseSections } from '@concertation/shared/documents';
import { useTranslation } from 'react-i18next';
import { KeptText, SectionEditor } from '../../editor/index.ts';
import type { DocumentHandle } from '../../sync/index.ts';
import { Panel } from '../../ui/index.ts';
import styles from './cases.module.css';

/** The texts of a case’s sheet alone, as somebody writes them who prepares its presentation. Source: SC-67. */
export function CaseSections({
  handle,
  sections = caseSections,
}: {
  handle: DocumentHandle;
  sections?: readonly CaseSection[];
}) {
  const { t } = useTranslation(['cases', 'editor']);
  return (
    <div className={styles.stack}>
      <KeptText handle={handle} />
      <Panel id="fiche" title={t('cases:sheet')}>
        <div className={styles.stack}>
          {sections.map((section) => (
            <SectionEditor
              key={section}
              handle={handle}
              section={section}
              label={t(`editor:sections.${section}`)}
              level={3}
              placeholder={t(`editor:sheet.sectionHelp.${section}`)}
            />
          ))}
        </div>
      </Panel>
    </div>
  );
}
