import { type ProofKind, proofKinds } from '@concertation/shared/domain';
import { useState } from 'react';
import { useTranslation } from 'react-i18next';
import { ChoiceField, ErrorNotice, FileDrop, Notice, ProgressBar } from '../../ui/index.ts';
import styles from './registration.module.css';
import type { ProofUpload } from './use-proof-upload.ts';

const extensions = ['.pdf', '.jpg', '.jpeg', '.png'];
const largest = 10 * 1024 * 1024;

/** « Télécharger un justificatif » (carte de professionnel ou badge de l’hôpital). Source: SC-23, SC-41. */
export function ProofForm({
  upload,
  onFile,
  onResume,
}: {
  upload: ProofUpload;
  onFile: (file: File, kind: ProofKind) => void;
  onResume: () => void;
}) {
  const { t } = useTranslation('registration');
  const [kind, setKind] = useState<ProofKind>('professional_card');
  const [tooLarge, setTooLarge] = useState(false);
  return (
    <div className={styles.stack}>
      <ChoiceField
        label={t('proof.kind')}
        choices={proofKinds.map((id) => ({ id, label: t(`proof.kind_${id}`) }))}
        value={kind}
        onChange={setKind}
      />
      {upload.state === 'sending' ? (
        <ProgressBar
          label={t('proof.sending')}
          words={t('proof.part', { part: Math.round(upload.part * 100) })}
          value={upload.part}
        />
      ) : (
        <FileDrop
          label={t('proof.drop')}
          choose={t('proof.choose')}
          extensions={extensions}
          onFiles={([file]) => {
            if (!file) return;
            setTooLarge(file.size > largest);
            if (file.size <= largest) onFile(file, kind);
          }}
        >
          {t('proof.formats')}
        </FileDrop>
      )}
      {tooLarge && <Notice tone="warning" title={t('proof.tooLarge')} />}
      {upload.state === 'received' && (
        <Notice title={t('proof.received')}>
          <p>{t('proof.receivedWords')}</p>
        </Notice>
      )}
      {upload.state === 'stopped' && <ErrorNotice error={upload.error} onRetry={onResume} />}
      <p className={styles.soft}>{t('proof.kept')}</p>
    </div>
  );
}
