import { useEffect, useRef, useState } from 'react';
import { useTranslation } from 'react-i18next';
import type { DocumentHandle, KeptText as Kept } from '../sync/index.ts';
import { Button, Dialog, Notice, useToast } from '../ui/index.ts';
import styles from './kept-text.module.css';

type Words = { heading: string; text: string }[];

function useWords(kept: Kept | null): Words {
  const { t } = useTranslation('editor');
  if (!kept) return [];
  return [
    ...kept.sections.map(({ section, text }) => ({ heading: t(`sections.${section}` as 'sections.notes'), text })),
    ...kept.fields.map(({ field, value }) => ({ heading: t(`fields.${field}`), text: value })),
    ...(kept.tags.length > 0 ? [{ heading: t('tags.label'), text: kept.tags.join(', ') }] : []),
  ];
}

/** The text that could not be merged, for its writer to copy; nothing when there is none. */
export function KeptText({ handle }: { handle: DocumentHandle }) {
  const { t } = useTranslation('editor');
  const { show } = useToast();
  const [asking, setAsking] = useState(false);
  const words = useWords(handle.kept);
  const place = useRef<HTMLDivElement>(null);
  const shown = handle.kept !== null;
  // It may appear above what its writer is looking at.
  useEffect(() => {
    if (shown) place.current?.scrollIntoView({ block: 'nearest' });
  }, [shown]);
  if (!handle.kept) return null;
  const copy = () => {
    const all = words.map(({ heading, text }) => `${heading}\n${text}`).join('\n\n');
    navigator.clipboard.writeText(all).then(
      () => show({ tone: 'success', message: t('kept.copied') }),
      () => show({ tone: 'danger', message: t('kept.copyFailed') }),
    );
  };
  return (
    <div ref={place} className={styles.place}>
      <Notice
        tone="warning"
        title={t(`kept.title.${handle.kept.reason}`)}
        actions={
          <>
            <Button icon="copy" onPress={copy}>
              {t('kept.copy')}
            </Button>
            <Button variant="quiet" icon="trash" onPress={() => setAsking(true)}>
              {t('kept.forget')}
            </Button>
          </>
        }
      >
        <p>{t('kept.help')}</p>
        <dl className={styles.words}>
          {words.map(({ heading, text }) => (
            <div key={heading} className={styles.part}>
              <dt className={styles.heading}>{heading}</dt>
              <dd className={styles.text}>{text}</dd>
            </div>
          ))}
        </dl>
        <Dialog
          role="alertdialog"
          title={t('kept.confirmTitle')}
          isOpen={asking}
          onClose={() => setAsking(false)}
          actions={
            <>
              <Button onPress={() => setAsking(false)}>{t('kept.cancel')}</Button>
              <Button
                variant="danger"
                onPress={() => {
                  setAsking(false);
                  void handle.forgetKept();
                }}
              >
                {t('kept.confirm')}
              </Button>
            </>
          }
        >
          <p>{t('kept.confirmText')}</p>
        </Dialog>
      </Notice>
    </div>
  );
}
