import type { MeetingDetail } from '@concertation/shared/contracts';
import { type ComponentType, useState } from 'react';
import { useTranslation } from 'react-i18next';
import { Icon } from '../../../ui/index.ts';
import notes from '../notes-panel.module.css';

/** When and how the meeting is held; closed until asked for, so that the case keeps the screen. */
export function DetailsSection({
  meeting,
  details: Details,
}: {
  meeting: MeetingDetail;
  details: ComponentType<{ meeting: MeetingDetail }>;
}) {
  const { t } = useTranslation('meetings');
  const [isOpen, setOpen] = useState(false);
  return (
    <section className={notes.section} aria-labelledby="meeting-details">
      <h2 className={notes.title}>
        <button
          id="meeting-details"
          type="button"
          className={notes.toggle}
          aria-expanded={isOpen}
          aria-controls="meeting-details-body"
          onClick={() => setOpen(!isOpen)}
        >
          <Icon name={isOpen ? 'chevronDown' : 'chevronRight'} size={16} />
          {t('details.title')}
        </button>
      </h2>
      <div id="meeting-details-body" hidden={!isOpen} className={notes.body}>
        {isOpen && <Details meeting={meeting} />}
      </div>
    </section>
  );
}
