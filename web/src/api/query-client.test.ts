import { QueryObserver } from '@tanstack/react-query';
import { test } from 'uvu';
import * as assert from 'uvu/assert';
import { queryClient, readKey, refreshFacts } from './query-client.ts';

test('a first read that is on its way when the facts change is begun again', async () => {
  const asked: ((answer: string) => void)[] = [];
  const observer = new QueryObserver<string>(queryClient, {
    queryKey: readKey('readMeeting', { params: { meetingId: 'a' } }),
    queryFn: () => new Promise((answer) => asked.push(answer)),
    retry: false,
  });
  const stop = observer.subscribe(() => undefined);
  const refreshed = refreshFacts('readMeeting', { params: { meetingId: 'a' } });
  asked[0]?.('before the change');
  await new Promise((done) => setTimeout(done));
  assert.is(asked.length, 2);
  asked[1]?.('after the change');
  await refreshed;
  assert.is(observer.getCurrentResult().data, 'after the change');
  stop();
  queryClient.clear();
});

test.run();
