import { useState } from 'react';
import { useTranslation } from 'react-i18next';
import { download } from '../../../api/index.ts';
import { Button, ErrorNotice, useToast } from '../../../ui/index.ts';
import styles from './personal-data.module.css';

type Format = 'pdf' | 'json';

/** Everything kept of me, to read or for a machine. Source: SC-44, GDPR art. 15 and 20. */
export function ExportData() {
  const { t } = useTranslation('account');
  const { show } = useToast();
  const [pending, setPending] = useState<Format | null>(null);
  const [failure, setFailure] = useState<unknown>(null);
  const save = async (format: Format) => {
    setPending(format);
    setFailure(null);
    try {
      const file = await download('exportPersonalData', { query: { format } }, `mes-donnees.${format}`);
      show({ tone: 'success', message: t('personalData.exported', { file }) });
    } catch (error) {
      setFailure(error);
    }
    setPending(null);
  };
  return (
    <div className={styles.part}>
      <h3 className={styles.heading}>{t('personalData.export')}</h3>
      <p className={styles.soft}>{t('personalData.exportWords')}</p>
      {failure !== null && <ErrorNotice error={failure} />}
      <div className={styles.actions}>
        <Button
          icon="download"
          isPending={pending === 'pdf'}
          isDisabled={pending === 'json'}
          onPress={() => void save('pdf')}
        >
          {t('personalData.exportPdf')}
        </Button>
        <Button
          icon="download"
          isPending={pending === 'json'}
          isDisabled={pending === 'pdf'}
          onPress={() => void save('json')}
        >
          {t('personalData.exportJson')}
        </Button>
      </div>
    </div>
  );
}
