import { useEffect } from 'react';
import { useTranslation } from 'react-i18next';
import { Notice } from '../../../ui/index.ts';
import { EntranceWords } from '../entrance-words.tsx';
import { announceProof } from './proof-window.ts';

/** The end of a proof by Pro Santé Connect, in its own window: the one that asked is told, and goes on. */
export function ProofGiven({ refused }: { refused: boolean }) {
  const { t } = useTranslation('signingIn');
  useEffect(() => {
    if (!refused) announceProof();
  }, [refused]);
  return (
    <>
      <EntranceWords title={t('proofGiven.title')} />
      {refused ? (
        <Notice tone="danger" title={t('proSante.refused')}>
          <p>{t('proofGiven.refused')}</p>
        </Notice>
      ) : (
        <Notice tone="success" title={t('proofGiven.done')}>
          <p>{t('proofGiven.words')}</p>
        </Notice>
      )}
    </>
  );
}
