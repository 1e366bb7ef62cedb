import { emergencyHours, emergencyReasonLength } from '@concertation/shared/contracts';
import { type ReactNode, type RefObject, useEffect, useId, useRef, useState } from 'react';
import { useTranslation } from 'react-i18next';
import type { ApiError } from '../../api/index.ts';
import { Button, Dialog, ErrorNotice, Notice, TextArea, useFormats } from '../../ui/index.ts';
import styles from './emergency.module.css';

const known = ['not_found', 'forbidden', 'too_many'] as const;

/** Why it was refused: these codes mean more here than anywhere else. */
function Refusal({ error }: { error: ApiError }) {
  const { t } = useTranslation('emergency');
  const code = known.find((one) => one === error.code);
  const place = useRef<HTMLDivElement>(null);
  // Under a long form, on a telephone, it would be out of sight.
  useEffect(() => {
    place.current?.scrollIntoView({ block: 'nearest' });
  }, [error]);
  return (
    <div ref={place}>
      {code ? (
        <Notice tone="danger" title={t(`refused.${code}`)}>
          <p>{t(`refusedWords.${code}`)}</p>
        </Notice>
      ) : (
        <ErrorNotice error={error} />
      )}
    </div>
  );
}

type Props = {
  form: RefObject<HTMLFormElement | null>;
  traitFields: ReactNode;
  reason: string;
  isShort: boolean;
  onReason: (typed: string) => void;
  isPending: boolean;
  error: ApiError | null;
  onSend: () => void;
  onClose: () => void;
};

/** What follows from it, whose case, and why. */
export function EmergencyDialog({
  form,
  traitFields,
  reason,
  isShort,
  onReason,
  isPending,
  error,
  onSend,
  onClose,
}: Props) {
  const { t } = useTranslation('emergency');
  const { time } = useFormats();
  const id = useId();
  const [end] = useState(() => new Date(Date.now() + emergencyHours * 3_600_000).toISOString());
  return (
    <Dialog
      isOpen
      size="large"
      title={t('title')}
      onClose={onClose}
      actions={
        <>
          <Button onPress={onClose}>{t('cancel')}</Button>
          <Button variant="danger" type="submit" form={id} isPending={isPending}>
            {t('open')}
          </Button>
        </>
      }
    >
      <form
        id={id}
        ref={form}
        noValidate
        data-asterisks
        className={styles.form}
        onSubmit={(event) => {
          event.preventDefault();
          onSend();
        }}
      >
        <Notice tone="warning" title={t('follows')}>
          <ul className={styles.follows}>
            <li>{t('follow.reads', { count: emergencyHours, time: time(end) })}</li>
            <li>{t('follow.told')}</li>
            <li>{t('follow.marked')}</li>
          </ul>
        </Notice>
        <div>
          <p className={styles.soft}>{t('who')}</p>
          {traitFields}
        </div>
        <TextArea
          label={t('reason')}
          description={t('reasonWords', { count: emergencyReasonLength })}
          value={reason}
          onChange={onReason}
          maxLength={1000}
          rows={3}
          isRequired
          error={isShort && t('reasonShort', { count: emergencyReasonLength })}
        />
        {error && <Refusal error={error} />}
      </form>
    </Dialog>
  );
}
