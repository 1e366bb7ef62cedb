import type { Correspondent } from '@concertation/shared/contracts';
import { useRef, useState } from 'react';
import { useTranslation } from 'react-i18next';
import { useCommand, useRead } from '../../api/index.ts';
import { Badge, Button, ConfirmDialog, EmptyState, ErrorNotice, Panel, Spinner } from '../../ui/index.ts';
import styles from './cases.module.css';
import { CorrespondentForm, type CorrespondentFormProps } from './correspondent-form.tsx';

/** By what somebody would receive the report, in words. */
function useReachWords() {
  const { t } = useTranslation('cases');
  return ({ accountId, address }: Correspondent) => {
    if (accountId !== null && address === null) return t('correspondents.here');
    return address ?? t('correspondents.nowhere');
  };
}

export type CorrespondentsPanelProps = {
  caseId: string;
  mayWrite: boolean;
  renderPicker: CorrespondentFormProps['renderPicker'];
};

/** « Médecin traitant et correspondants »: who receives the reports of this patient outside the meeting. Source: CM-38. */
export function CorrespondentsPanel({ caseId, mayWrite, renderPicker }: CorrespondentsPanelProps) {
  const { t } = useTranslation('cases');
  const reachWords = useReachWords();
  const read = useRead('listCorrespondents', { params: { caseId } });
  const [adding, setAdding] = useState(false);
  const opener = useRef<HTMLButtonElement>(null);
  // The form goes with what had the keyboard: it goes on from where it was opened.
  const close = () => {
    setAdding(false);
    setTimeout(() => opener.current?.focus());
  };
  const [removing, setRemoving] = useState<Correspondent | null>(null);
  const remove = useCommand('removeCorrespondent', { refreshes: ['listCorrespondents'] });
  const people = read.data ?? [];
  const practitioner = people.find(({ role }) => role === 'general_practitioner');
  return (
    <Panel
      id="correspondants"
      title={t('correspondents.title')}
      padding={people.length === 0 && !adding}
      actions={
        mayWrite &&
        read.isSuccess &&
        !adding && (
          <Button ref={opener} size="small" icon="add" onPress={() => setAdding(true)}>
            {t('correspondents.add')}
          </Button>
        )
      }
    >
      {read.error && <ErrorNotice error={read.error} onRetry={() => void read.refetch()} />}
      {read.isPending && <Spinner size="block" />}
      {read.isSuccess && people.length === 0 && !adding && (
        <EmptyState title={t('correspondents.none')}>{t('correspondents.noneWords')}</EmptyState>
      )}
      {people.length > 0 && (
        <ul className={styles.list}>
          {people.map((person) => (
            <li key={person.correspondentId} className={styles.line}>
              <div className={styles.words}>
                <p className={styles.name}>{person.name}</p>
                <p className={styles.reach}>{reachWords(person)}</p>
                <p className={styles.states}>
                  <Badge tone={person.role === 'general_practitioner' ? 'accent' : 'neutral'}>
                    {t(`correspondents.role.${person.role}`)}
                  </Badge>
                </p>
              </div>
              {mayWrite && (
                <Button
                  variant="quiet"
                  size="small"
                  icon="close"
                  aria-label={t('correspondents.remove', { name: person.name })}
                  onPress={() => setRemoving(person)}
                />
              )}
            </li>
          ))}
        </ul>
      )}
      {mayWrite && adding && (
        <CorrespondentForm
          caseId={caseId}
          practitioner={practitioner ?? null}
          excluded={people.flatMap(({ accountId }) => accountId ?? [])}
          renderPicker={renderPicker}
          onDone={close}
        />
      )}
      {removing && (
        <ConfirmDialog
          title={t('correspondents.removeTitle')}
          confirm={t('correspondents.confirm')}
          isPending={remove.isPending}
          error={remove.error}
          onClose={() => {
            setRemoving(null);
            remove.reset();
          }}
          onConfirm={() =>
            remove.mutate(
              { params: { caseId, correspondentId: removing.correspondentId } },
              { onSuccess: () => setRemoving(null) },
            )
          }
        >
          {t('correspondents.removeWords', { name: removing.name })}
        </ConfirmDialog>
      )}
    </Panel>
  );
}
