import type { MeetingDetail } from '@concertation/shared/contracts';
import { useTranslation } from 'react-i18next';
import { Button, Icon, useToast } from '../../../ui/index.ts';
import styles from '../planning.module.css';
import { findLink, splitLinks } from './find-link.ts';

const icons = { product: 'camera', link: 'link', audio: 'phone', none: 'building' } as const;

/** How to join, for whoever may open the meeting; its link can be copied into another browser. Source: OO-31, OO-41, OO-43. */
export function AccessDetails({ meeting: { meetingId, video } }: { meeting: MeetingDetail }) {
  const { t } = useTranslation('planning');
  const { show } = useToast();
  const { mode, details } = video;
  const hasDetails = mode === 'link' || mode === 'audio';
  const isProduct = mode === 'product';
  const link = isProduct
    ? `${location.origin}/reunions/${meetingId}?visio`
    : mode === 'link'
      ? findLink(details)
      : null;
  const copied = link ?? (hasDetails ? details : null);
  const copy = () =>
    // The clipboard does not exist on a page served without TLS.
    Promise.resolve()
      .then(() => navigator.clipboard.writeText(copied ?? ''))
      .then(
        () => show({ tone: 'success', message: t(link ? 'access.copied' : 'access.copiedDetails') }),
        () => show({ tone: 'danger', message: t('access.notCopied') }),
      );
  return (
    <div className={styles.access}>
      <p className={styles.accessMode}>
        <Icon name={icons[mode]} />
        {t(`access.${mode}`)}
      </p>
      {isProduct && <p className={styles.details}>{t('access.productWords')}</p>}
      {isProduct && details && <p className={styles.details}>{t('access.bridge', { details })}</p>}
      {hasDetails && details && (
        <p className={styles.details}>
          {splitLinks(details).map((part, index) =>
            part.isLink ? (
              // oxlint-disable-next-line react/no-array-index-key -- the parts of one text have no other name.
              <a key={index} href={part.text} target="_blank" rel="noreferrer noopener">
                {part.text}
              </a>
            ) : (
              part.text
            ),
          )}
        </p>
      )}
      {copied && (
        <Button size="small" icon="copy" onPress={() => void copy()}>
          {t(link ? 'access.copy' : 'access.copyDetails')}
        </Button>
      )}
    </div>
  );
}
