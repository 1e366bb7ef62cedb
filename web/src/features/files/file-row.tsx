import type { FileLine } from '@concertation/shared/contracts';
import { useState } from 'react';
import { useTranslation } from 'react-i18next';
import { Button as AriaButton } from 'react-aria-components';
import { endpointAddress } from '../../api/index.ts';
import { Badge, Button, Icon, type Tone, useFormats, useLanguage } from '../../ui/index.ts';
import styles from './files.module.css';
import { formatBytes } from './format-bytes.ts';

const tones: Record<FileLine['state'], Tone> = {
  receiving: 'info',
  checking: 'info',
  ready: 'success',
  quarantined: 'warning',
  removed: 'neutral',
};

/** The first page, or a drawing in its place; the words beside it say what it is. */
function Thumbnail({ caseId, line: { fileId, state, pages, format } }: { caseId: string; line: FileLine }) {
  const [failed, setFailed] = useState(false);
  const shown = state === 'ready' && pages > 0 && !failed;
  return (
    <span className={styles.thumbnail} data-state={state}>
      {shown ? (
        <img
          src={endpointAddress('previewFile', { params: { caseId, fileId, page: '1' }, query: { width: '240' } })}
          alt=""
          loading="lazy"
          onError={() => setFailed(true)}
        />
      ) : (
        <Icon name={state === 'quarantined' ? 'warning' : format === 'zip' ? 'list' : 'document'} />
      )}
    </span>
  );
}

function useAbout({ format, pages, bytes }: FileLine): string {
  const { t } = useTranslation('files');
  const { language } = useLanguage();
  const kind = format ? [t(`format.${format}`)] : [];
  return [...kind, ...(pages > 1 ? [t('pages', { count: pages })] : []), formatBytes(bytes, language)].join(' · ');
}

export type FileRowProps = {
  caseId: string;
  line: FileLine;
  /** Null when there is nothing to look at in the page. */ onView: (() => void) | null;
  onDownload: () => void;
  onRemove: (() => void) | null;
  isSaving: boolean;
  isRemoving: boolean;
};

/** One document: what it is, how far it is, who sent it, and what can be done with it. */
export function FileRow({ caseId, line, onView, onDownload, onRemove, isSaving, isRemoving }: FileRowProps) {
  const { t } = useTranslation('files');
  const { moment } = useFormats();
  const about = useAbout(line);
  const { name, state, refusal, scanned, removable, uploadedBy, createdAt } = line;
  const words = state === 'ready' && scanned ? t('state.scanned') : state === 'removed' ? '' : t(`state.${state}`);
  const hint =
    state === 'receiving' && removable ? t('receivingHint') : state === 'checking' ? t('checkingHint') : null;
  const face = (
    <>
      <Thumbnail caseId={caseId} line={line} />
      <span className={styles.name}>{name}</span>
    </>
  );
  return (
    <li className={styles.row}>
      <div className={styles.main}>
        {onView ? (
          <AriaButton className={styles.face ?? ''} aria-label={t('view', { name })} onPress={onView}>
            {face}
          </AriaButton>
        ) : (
          <div className={styles.face}>{face}</div>
        )}
        <span className={styles.acts}>
          {state === 'ready' && (
            <Button
              size="small"
              variant="quiet"
              icon="download"
              aria-label={t('download', { name })}
              isPending={isSaving}
              onPress={onDownload}
            />
          )}
          {onRemove && (
            <Button
              size="small"
              variant="quiet"
              icon="trash"
              aria-label={t('remove', { name })}
              isPending={isRemoving}
              onPress={onRemove}
            />
          )}
        </span>
      </div>
      <div className={styles.about}>
        <p>{about}</p>
        <p>{t('by', { name: uploadedBy, date: moment(createdAt) })}</p>
        <Badge tone={tones[state]}>{words}</Badge>
        {refusal && <p className={styles.why}>{t(`refusal.${refusal}`)}</p>}
        {hint && <p>{hint}</p>}
      </div>
    </li>
  );
}
