import type { ReportDetail } from '@concertation/shared/contracts';
import { useTranslation } from 'react-i18next';

/** How far a signed report's signature goes, in words; nothing before it is signed. Rules PDF-13, PDF-14. */
export function SignatureFact({ report }: { report: ReportDetail }) {
  const { t } = useTranslation('reports');
  const { signature, signatureLevel, timestampAwaited } = report;
  if (signature !== 'signed' || signatureLevel === null) return null;
  return (
    <div>
      <dt>{t('sealed.signature')}</dt>
      <dd>{timestampAwaited ? t('sealed.timestampAwaited') : t(`sealed.level.${signatureLevel}`)}</dd>
    </div>
  );
}
