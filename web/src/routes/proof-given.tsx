import { useTranslation } from 'react-i18next';
import { useSearchParams } from 'react-router';
import { ProofGiven } from '../features/signing-in/index.ts';
import { useDocumentTitle } from '../ui/index.ts';
import { EntranceFoot } from './entrance-foot.tsx';
import { Entrance } from './entrance.tsx';

/** `/identite-confirmee`, where a proof by Pro Santé Connect ends. */
export function ProofGivenPage() {
  const { t } = useTranslation('signingIn');
  const [search] = useSearchParams();
  useDocumentTitle(t('proofGiven.title'));
  return (
    <Entrance>
      <ProofGiven refused={search.get('psc') === 'refused'} />
      <EntranceFoot />
    </Entrance>
  );
}
