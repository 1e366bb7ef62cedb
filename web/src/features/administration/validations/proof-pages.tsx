import { useState } from 'react';
import { useTranslation } from 'react-i18next';
import { endpointAddress } from '../../../api/index.ts';
import { Button, Dialog, Notice } from '../../../ui/index.ts';
import styles from '../administration.module.css';

type Props = { requestId: string; name: string; pages: number; state: string };

/** The proof, looked at when it is asked for: each look is written in the audit. */
export function ProofPages({ requestId, name, pages, state }: Props) {
  const { t } = useTranslation('administration');
  const [open, setOpen] = useState(false);
  const [failed, setFailed] = useState(false);
  if (state === 'receiving' || state === 'checking') return <Notice>{t('validations.proofNotReady')}</Notice>;
  if (state !== 'ready') return <p className={styles.soft}>{t('validations.proofGone')}</p>;
  return (
    <>
      <div>
        <Button
          icon="document"
          onPress={() => {
            setFailed(false);
            setOpen(true);
          }}
        >
          {t('validations.see')}
        </Button>
      </div>
      <Dialog isOpen={open} size="large" title={t('validations.proofOf', { name })} onClose={() => setOpen(false)}>
        {failed && <Notice tone="danger">{t('validations.proofFailed')}</Notice>}
        {/* oxlint-disable-next-line jsx-a11y/no-noninteractive-tabindex -- what scrolls is scrolled by keys too. */}
        <section tabIndex={0} aria-label={t('validations.proofOf', { name })}>
          {Array.from({ length: Math.max(pages, 1) }, (_, index) => (
            <img
              key={index}
              className={styles.proof}
              src={endpointAddress('previewProof', { params: { requestId, page: String(index + 1) } })}
              alt={t('validations.page', { page: index + 1, pages })}
              onError={() => setFailed(true)}
            />
          ))}
        </section>
      </Dialog>
    </>
  );
}
