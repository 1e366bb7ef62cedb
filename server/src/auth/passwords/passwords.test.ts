import { test } from 'uvu';
import * as assert from 'uvu/assert';
import { checkPassword } from './check-password.ts';
import { hashPassword, isPassword } from './hash-password.ts';

const holder = { givenName: 'Élodie', familyName: 'Le Goff', email: 'e.legoff35@example.org' };
const refusal = (text: string): string | undefined => {
  try {
    checkPassword(text, holder);
    return undefined;
  } catch (error) {
    return (error as { code?: string }).code;
  }
};

// AUT-21
test('known passwords and what looks like them are refused, unrelated words are not', () => {
  for (const common of [
    'motdepasse123',
    'azertyuiop123',
    'Password1234!',
    'aaaaaaaaaaaa',
    'qwertyqwerty12',
    '123456789012',
  ])
    assert.is(refusal(common), 'password_common', common);
  for (const good of [
    'cheval batterie agrafe correcte',
    'lune-tabouret-violet',
    'q7#Kd9!vTz2mL',
    '月光の下で静かに歩く犬と猫',
  ])
    assert.is(refusal(good), undefined, good);
  assert.is(refusal('q7#Kd9!vTz2'), 'invalid');
});

// AUT-21
test('what holds the name, the address or the product’s name is refused, whatever its accents and case', () => {
  for (const telling of ['xK9$ELODIE-v7Lq2', 'xK9$e.legoff35-v7', 'xK9$Le Goff-v7Lq2', 'xK9$Concertation-v7Lq2'])
    assert.is(refusal(telling), 'password_common', telling);
  assert.is(refusal('x'.repeat(256)), 'password_common', 'the longest is judged too');
});

// AUT-21
test('a password is kept as Argon2id, and the same text opens however it is encoded', async () => {
  const stored = await hashPassword('été à la montagne'.normalize('NFC'));
  assert.match(stored, /^\$argon2id\$v=19\$m=19456,t=2,p=1\$/);
  assert.ok(await isPassword(stored, 'été à la montagne'.normalize('NFD')));
  assert.not.ok(await isPassword(stored, 'ete a la montagne'));
  assert.not.ok(await isPassword(null, ''), 'nobody’s password is no way in');
  const peppered = await hashPassword('1234', Buffer.from('key'));
  assert.ok(await isPassword(peppered, '1234', Buffer.from('key')));
  assert.not.ok(await isPassword(peppered, '1234', Buffer.from('other')));
});

test.run();
