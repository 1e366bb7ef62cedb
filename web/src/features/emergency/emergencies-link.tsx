import { useTranslation } from 'react-i18next';
import { useRead } from '../../api/index.ts';

/** Leads to the emergencies of a case, for those who answer for it; nothing when there was none. */
export function EmergenciesLink({ caseId }: { caseId: string }) {
  const { t } = useTranslation('emergency');
  const { data } = useRead('listEmergencies', { params: { caseId } });
  return data && data.length > 0 ? <a href="#urgences">{t('panel')}</a> : null;
}
