import type { Post } from '../auth/index.ts';
import type { Jobs } from '../jobs/index.ts';
import type { MailSetting } from './mail/compose.ts';
import { createSendMail } from './mail/write-mail.ts';
import { createSendText } from './text-messages/write-text-message.ts';

/** What ends a mail about one's account: nobody chooses not to receive it. */
function ending({ support }: MailSetting): string {
  const contact = [support.email, support.phone].filter((way) => way !== '').join(', ');
  return [
    '-- ',
    'Concertation. Ce message concerne votre compte.',
    ...(contact ? [`Assistance : ${contact}`] : []),
  ].join('\n');
}

/** How auth writes to somebody: mails with the help contact, and text messages where there is a provider. */
export function createPost({
  jobs,
  setting,
  textMessages,
}: {
  jobs: Jobs;
  setting: () => MailSetting;
  textMessages: boolean;
}): Post {
  const sendMail = createSendMail({ jobs });
  return {
    mail: (tx, mail) => sendMail(tx, { ...mail, secret: true, text: `${mail.text}\n\n${ending(setting())}` }),
    text: textMessages ? createSendText({ jobs }) : null,
  };
}
