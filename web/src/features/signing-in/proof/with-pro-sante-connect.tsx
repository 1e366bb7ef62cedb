import { useEffect, useState } from 'react';
import { useTranslation } from 'react-i18next';
import { LinkButton } from '../../../ui/index.ts';
import styles from '../signing-in.module.css';
import { onProofElsewhere, proofWindowAddress } from './proof-window.ts';

/** « Continuer avec Pro Santé Connect », in another window; this one goes on by itself once it is done there. */
export function WithProSanteConnect({ isMain, onProved }: { isMain: boolean; onProved: () => void }) {
  const { t } = useTranslation('signingIn');
  const [isOpen, setOpen] = useState(false);
  useEffect(() => onProofElsewhere(onProved), [onProved]);
  return (
    <div className={styles.stack}>
      <LinkButton
        href={proofWindowAddress}
        target="_blank"
        variant={isMain ? 'primary' : 'secondary'}
        className={styles.main}
        onPress={() => setOpen(true)}
      >
        {t('proof.proSante')}
      </LinkButton>
      <output className={styles.help}>{t(isOpen ? 'proof.proSanteOpen' : 'proof.proSanteWords')}</output>
    </div>
  );
}
