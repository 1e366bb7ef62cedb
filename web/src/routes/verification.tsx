import { useTranslation } from 'react-i18next';
import { VerificationScreen } from '../features/verification/index.ts';
import { useDocumentTitle } from '../ui/index.ts';
import { Entrance } from './entrance.tsx';
import { EntranceFoot } from './entrance-foot.tsx';

/** `/verifier`: open to anybody. Rule VER-6. */
export function VerificationPage() {
  const { t } = useTranslation('verification');
  useDocumentTitle(t('title'));
  return (
    <Entrance>
      <VerificationScreen />
      <EntranceFoot />
    </Entrance>
  );
}
