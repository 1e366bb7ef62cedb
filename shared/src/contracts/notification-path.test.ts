import { test } from 'uvu';
import * as assert from 'uvu/assert';
import { notificationPath } from './notification-path.ts';

const all = { boardId: 'b', meetingId: 'm', caseId: 'c', opinionId: 'o' };

// SC-78
test('who prepares a list is led to the meeting, others to the case, to the opinion asked of them, or to the board', () => {
  assert.is(notificationPath('presentation_added', all), '/reunions/m');
  assert.is(notificationPath('presentation_removed', { boardId: 'b', meetingId: 'm' }), '/reunions/m');
  assert.is(notificationPath('presentation_removed', all), '/dossiers/c');
  assert.is(notificationPath('opinion_asked', all), '/avis/c/o');
  assert.is(notificationPath('opinion_asked', {}), '/avis');
  assert.is(notificationPath('opinion_answered', all), '/dossiers/c');
  assert.is(notificationPath('member_added', { boardId: 'b' }), '/staff/b');
  assert.is(notificationPath('message_received', { conversationId: 'n' }), '/messages/n');
  assert.is(notificationPath('message_received', {}), '/messages');
  assert.is(notificationPath('report_replaced', all), '/dossiers/c');
  assert.is(notificationPath('report_signed', { boardId: 'b', reportId: 'r' }), '/comptes-rendus/r');
  assert.is(notificationPath('digest', {}), null);
});

test.run();
