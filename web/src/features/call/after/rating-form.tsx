import { useState } from 'react';
import { useTranslation } from 'react-i18next';
import { useCommand } from '../../../api/index.ts';
import { Button, ErrorNotice, Notice, TextArea } from '../../../ui/index.ts';
import styles from './after.module.css';
import { StarsField } from './stars-field.tsx';

/** Stars for the technical quality, and a free comment; what was typed stays when the network refuses it. */
export function RatingForm({ meetingId, onRated }: { meetingId: string; onRated: () => void }) {
  const { t } = useTranslation('call');
  const rate = useCommand('rateCall');
  const [stars, setStars] = useState<number | null>(null);
  const [comment, setComment] = useState('');
  if (rate.isSuccess) {
    return (
      <Notice tone="success">
        <p>{t('after.thanks')}</p>
      </Notice>
    );
  }
  return (
    <form
      className={styles.form}
      onSubmit={(event) => {
        event.preventDefault();
        if (stars !== null) rate.mutate({ params: { meetingId }, body: { stars, comment } }, { onSuccess: onRated });
      }}
    >
      <StarsField value={stars} onChange={setStars} />
      {stars !== null && (
        <>
          <TextArea
            label={t('after.comment')}
            description={t('after.commentHint')}
            rows={2}
            maxLength={1000}
            value={comment}
            onChange={setComment}
          />
          {rate.error && <ErrorNotice error={rate.error} />}
          <Button type="submit" variant="primary" isPending={rate.isPending} className={styles.send}>
            {t('after.send')}
          </Button>
        </>
      )}
    </form>
  );
}
