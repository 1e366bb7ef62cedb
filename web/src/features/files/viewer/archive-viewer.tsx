import { useTranslation } from 'react-i18next';
import { useRead } from '../../../api/index.ts';
import { ErrorNotice, Spinner, useLanguage } from '../../../ui/index.ts';
import { formatBytes } from '../format-bytes.ts';
import styles from './viewer.module.css';

/** What a ZIP holds: names and sizes. Nothing of it is opened here. */
export function ArchiveViewer({ caseId, fileId }: { caseId: string; fileId: string }) {
  const { t } = useTranslation('files');
  const { language } = useLanguage();
  const { data, error, refetch } = useRead('listFileEntries', { params: { caseId, fileId } });
  if (error) return <ErrorNotice error={error} onRetry={() => void refetch()} />;
  if (!data) return <Spinner size="block" label={t('loading')} />;
  const { entries, total } = data;
  const title = t('viewer.entries', { count: total });
  return (
    <div className={styles.viewer}>
      <p className={styles.place}>
        {title}
        {total > entries.length && ` ${t('viewer.entriesFirst', { shown: entries.length })}`}
      </p>
      {/* oxlint-disable-next-line jsx-a11y/no-noninteractive-tabindex -- the arrows scroll a list that holds nothing to stop on. */}
      <section className={styles.entries} aria-label={title} tabIndex={0}>
        <table>
          <thead>
            <tr>
              <th scope="col">{t('viewer.entryName')}</th>
              <th scope="col">{t('viewer.entrySize')}</th>
            </tr>
          </thead>
          <tbody>
            {entries.map(({ name, bytes }, index) => (
              // An archive may hold the same name twice.
              // oxlint-disable-next-line react/no-array-index-key -- an archive may hold a name twice, and its list never moves.
              <tr key={index}>
                <td>{name}</td>
                <td>{formatBytes(bytes, language)}</td>
              </tr>
            ))}
          </tbody>
        </table>
      </section>
    </div>
  );
}
