import { useTranslation } from 'react-i18next';
import { Notice } from '../../ui/index.ts';

/** A page of a mail's link, opened without its secret: the link was cut, or the page was opened again. */
export function LinkMissing() {
  const { t } = useTranslation('signingIn');
  return (
    <Notice tone="warning" title={t('link.missing')}>
      <p>{t('link.missingWords')}</p>
    </Notice>
  );
}
