import styles from './outbox.module.css';

/** A mail's text as it was written, with its addresses as links. */
export function MailText({ text }: { text: string }) {
  return (
    <p className={styles.text}>
      {text.split(/(https?:\/\/[^\s<>"']*[^\s<>"'.,;:!?)»])/).map((part, index) =>
        index % 2 === 1 ? (
          <a key={index} href={part}>
            {part}
          </a>
        ) : (
          part
        ),
      )}
    </p>
  );
}
