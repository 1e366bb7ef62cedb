import { useTranslation } from 'react-i18next';
import { Badge, Button, Icon, ProgressBar, useLanguage } from '../../ui/index.ts';
import styles from './files.module.css';
import { formatBytes } from './format-bytes.ts';
import type { LocalUpload } from './uploads/upload-queue.ts';
import { uploads } from './uploads/uploads.ts';

/** One file on its way: how far it is, in words and as a bar; paused, taken up, cancelled. */
export function UploadRow({ upload: { key, name, bytes, sent, state, problem, triable } }: { upload: LocalUpload }) {
  const { t } = useTranslation('files');
  const { language } = useLanguage();
  const done = sent >= bytes;
  const far = {
    sent: formatBytes(sent, language),
    total: formatBytes(bytes, language),
    percent: Math.floor((100 * sent) / Math.max(bytes, 1)),
  };
  const words = state === 'sending' && done ? t('upload.checking') : t(`upload.${state}`, far);
  const stops = state === 'sending' && !done;
  return (
    <li className={styles.row}>
      <div className={styles.main}>
        <div className={styles.face}>
          <span className={styles.thumbnail} data-state={state}>
            <Icon name={state === 'failed' ? 'warning' : 'document'} />
          </span>
          <span className={styles.name}>{name}</span>
        </div>
        <span className={styles.acts}>
          {stops && (
            <Button
              size="small"
              variant="quiet"
              icon="pause"
              aria-label={t('upload.pause', { name })}
              onPress={() => uploads.pause(key)}
            />
          )}
          {(state === 'paused' || state === 'interrupted') && (
            <Button
              size="small"
              variant="quiet"
              icon="play"
              aria-label={t('upload.resume', { name })}
              onPress={() => uploads.resume(key)}
            />
          )}
          {state === 'failed' && triable && (
            <Button
              size="small"
              variant="quiet"
              icon="redo"
              aria-label={t('upload.retry', { name })}
              onPress={() => uploads.resume(key)}
            />
          )}
          <Button
            size="small"
            variant="quiet"
            icon="close"
            aria-label={t(state === 'failed' ? 'upload.dismiss' : 'upload.cancel', { name })}
            onPress={() => uploads.cancel(key)}
          />
        </span>
      </div>
      <div className={styles.about}>
        {state === 'failed' ? (
          <>
            <Badge tone="danger">{words}</Badge>
            <p className={styles.why} role="alert">
              {problem}
            </p>
          </>
        ) : (
          <ProgressBar
            label={t('upload.progress', { name })}
            words={words}
            value={sent / Math.max(bytes, 1)}
            still={state !== 'sending'}
          />
        )}
      </div>
    </li>
  );
}
