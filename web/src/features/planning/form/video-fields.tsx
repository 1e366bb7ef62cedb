import type { Video } from '@concertation/shared/domain';
import { useTranslation } from 'react-i18next';
import { CheckboxField, TextArea } from '../../../ui/index.ts';
import styles from '../planning.module.css';

export type VideoFieldsProps = {
  value: Video;
  onChange: (video: Video) => void;
  /** The sentence to show when the details are missing. */
  error?: string | null;
};

/**
 * The product's own call, another « Visioconférence » and its « Détail de la visioconférence », or the telephone bridge.
 * They exclude each other, and what was typed stays while one goes from one to the other. Source: OO-02, OO-03, OO-05,
 * OO-33, OO-34, SC-79.
 */
export function VideoFields({ value, onChange, error = null }: VideoFieldsProps) {
  const { t } = useTranslation('planning');
  const { mode, details } = value;
  const isVideo = mode === 'link';
  const isProduct = mode === 'product';
  const set = (next: Video['mode']) => onChange({ mode: next, details });
  return (
    <div className={styles.group}>
      <CheckboxField isSelected={isProduct} onChange={(on) => set(on ? 'product' : 'none')}>
        {t('video.product')}
      </CheckboxField>
      {isProduct && (
        <div className={styles.nested}>
          <p className={styles.soft}>{t('video.productHint')}</p>
          <TextArea
            label={t('video.bridge')}
            description={t('video.bridgeHint')}
            value={details}
            onChange={(text) => onChange({ mode, details: text })}
            maxLength={4000}
            rows={2}
          />
        </div>
      )}
      <CheckboxField isSelected={isVideo} onChange={(on) => set(on ? 'link' : 'none')}>
        {t('video.video')}
      </CheckboxField>
      {isVideo && (
        <div className={styles.nested}>
          <TextArea
            isRequired
            label={t('video.details')}
            description={t('video.detailsHint')}
            value={details}
            onChange={(text) => onChange({ mode, details: text })}
            error={error}
            maxLength={4000}
            rows={3}
          />
        </div>
      )}
      <CheckboxField isSelected={mode === 'audio'} onChange={(on) => set(on ? 'audio' : 'none')}>
        {t('video.audio')}
      </CheckboxField>
      {mode === 'audio' && (
        <div className={styles.nested}>
          <TextArea
            isRequired
            label={t('video.audioDetails')}
            description={t('video.audioHint')}
            value={details}
            onChange={(text) => onChange({ mode, details: text })}
            error={error}
            maxLength={4000}
            rows={3}
          />
        </div>
      )}
    </div>
  );
}
