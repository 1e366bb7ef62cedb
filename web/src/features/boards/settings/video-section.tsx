import { videoModes } from '@concertation/shared/domain';
import { useTranslation } from 'react-i18next';
import { Notice, Panel, SelectField, TextArea } from '../../../ui/index.ts';
import styles from './settings.module.css';
import type { SettingsForm } from './use-settings-form.ts';

/** « Visioconférence de référence »: how the meetings planned from now on are held. Source: OO-12, OO-35, OO-36. */
export function VideoSection({ form: { draft, change, problem } }: { form: SettingsForm }) {
  const { t } = useTranslation('boards');
  const { video } = draft;
  return (
    <Panel id="visioconference" title={t('section.video')}>
      <div className={styles.fields}>
        <Notice>
          <p>{t('video.notRetroactive')}</p>
        </Notice>
        <SelectField
          label={t('video.how')}
          choices={videoModes.map((id) => ({ id, label: t(`video.mode.${id}`) }))}
          value={video.mode}
          onChange={(mode) => change({ video: { ...video, mode } })}
        />
        <TextArea
          label={t('video.details')}
          description={t(`video.hint.${video.mode}`)}
          maxLength={4000}
          value={video.details}
          error={problem('video.details')}
          onChange={(details) => change({ video: { ...video, details } })}
        />
      </div>
    </Panel>
  );
}
