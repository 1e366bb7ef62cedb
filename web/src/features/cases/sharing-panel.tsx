import type { CaseDetail, GrantLine } from '@concertation/shared/contracts';
import { useState } from 'react';
import { useTranslation } from 'react-i18next';
import { useCommand } from '../../api/index.ts';
import { Badge, Button, ConfirmDialog, Panel } from '../../ui/index.ts';
import styles from './cases.module.css';
import { ShareForm, type ShareFormProps } from './share-form.tsx';

const known = ['owner', 'referent', 'expert', 'reader', 'presented'] as const;

function useRoleWords() {
  const { t } = useTranslation('cases');
  return (role: string) => {
    const name = known.find((one) => one === role);
    return name ? t(`sharing.role.${name}`) : role;
  };
}

export type SharingPanelProps = {
  detail: CaseDetail;
  /** The account that looks. */ accountId: string;
  renderPicker: ShareFormProps['renderPicker'];
};

/** « Partage »: who has access to the case; whoever may share it adds a colleague, or withdraws an access. */
export function SharingPanel({ detail: { caseId, people, abilities }, accountId, renderPicker }: SharingPanelProps) {
  const { t } = useTranslation('cases');
  const roleWords = useRoleWords();
  const [withdrawing, setWithdrawing] = useState<GrantLine | null>(null);
  const withdraw = useCommand('unshareCase', { refreshes: ['readCase', 'listEmergencies'] });
  const mayShare = abilities.includes('case.share');
  const nameOf = ({ person, boardName }: GrantLine) => person?.name ?? boardName ?? t('sharing.unknown');
  return (
    <Panel id="partage" title={t('sharing.title')} padding={false}>
      <ul className={styles.list}>
        {people.map((line) => (
          <li key={line.grantId} className={styles.line}>
            <div className={styles.words}>
              <p className={styles.name}>
                {nameOf(line)}
                {line.person?.accountId === accountId && <span className={styles.note}> ({t('sharing.you')})</span>}
              </p>
              <p className={styles.note}>{line.person?.specialty ?? t('sharing.board')}</p>
            </div>
            <Badge tone={line.role === 'owner' ? 'accent' : 'neutral'}>{roleWords(line.role)}</Badge>
            {mayShare && line.role !== 'owner' && line.person !== null && (
              <Button
                variant="quiet"
                size="small"
                icon="close"
                aria-label={t('sharing.withdraw', { name: nameOf(line) })}
                onPress={() => setWithdrawing(line)}
              />
            )}
          </li>
        ))}
      </ul>
      {mayShare && <ShareForm caseId={caseId} people={people} renderPicker={renderPicker} />}
      {withdrawing && (
        <ConfirmDialog
          title={t('sharing.withdrawTitle')}
          confirm={t('sharing.confirm')}
          isPending={withdraw.isPending}
          error={withdraw.error}
          onClose={() => {
            setWithdrawing(null);
            withdraw.reset();
          }}
          onConfirm={() =>
            withdraw.mutate(
              { params: { caseId, grantId: withdrawing.grantId } },
              { onSuccess: () => setWithdrawing(null) },
            )
          }
        >
          {t('sharing.withdrawWords', { name: nameOf(withdrawing) })}
        </ConfirmDialog>
      )}
    </Panel>
  );
}
