import { useTranslation } from 'react-i18next';
import { Terms } from '../features/registration/index.ts';
import { useDocumentTitle } from '../ui/index.ts';
import { EntranceFoot } from './entrance-foot.tsx';
import { Entrance } from './entrance.tsx';

/** `/conditions`. Source: PA-14. */
export function TermsPage() {
  const { t } = useTranslation('registration');
  useDocumentTitle(t('terms.title'));
  return (
    <Entrance>
      <Terms />
      <EntranceFoot />
    </Entrance>
  );
}
