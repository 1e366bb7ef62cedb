import type { MeetingDetail } from '@concertation/shared/contracts';
import { useState } from 'react';
import { useTranslation } from 'react-i18next';
import { SaveIndicator, SectionEditor } from '../../editor/index.ts';
import type { DocumentHandle } from '../../sync/index.ts';
import { Icon } from '../../ui/index.ts';
import styles from './notes-panel.module.css';

/** Notes about the running of the meeting, for those who may write them; closed until asked for. */
export function NotesPanel({ meeting, handle }: { meeting: MeetingDetail; handle: DocumentHandle }) {
  const { t } = useTranslation('meetings');
  const [isOpen, setOpen] = useState(false);
  if (!meeting.abilities.includes('meeting.write')) return null;
  return (
    <section className={styles.section} aria-labelledby="meeting-notes">
      <h2 className={styles.title}>
        <button
          id="meeting-notes"
          type="button"
          className={styles.toggle}
          aria-expanded={isOpen}
          aria-controls="meeting-notes-body"
          onClick={() => setOpen(!isOpen)}
        >
          <Icon name={isOpen ? 'chevronDown' : 'chevronRight'} size={16} />
          {t('notes.title')}
        </button>
      </h2>
      <div id="meeting-notes-body" hidden={!isOpen} className={styles.body}>
        {isOpen && (
          <>
            <p className={styles.hint}>{t('notes.hint')}</p>
            <SectionEditor handle={handle} section="notes" label={t('notes.label')} />
            <SaveIndicator handle={handle} />
          </>
        )}
      </div>
    </section>
  );
}
