import { callAddress, callOn } from './call-screens.ts';
import { expect, test } from './fixtures.ts';
import { seatOf } from './pages/fake-call-client.ts';
import { expectNoSidewaysScroll, joinMeeting } from './screens.ts';
import { asked, at, everybody, line, open, script, shot } from './scripted-call.ts';

// SC-79, SC-80, SC-81, SC-86, SC-88, SC-92, SC-93, OO-13, OO-14, OO-17, OO-19
test('from the meeting to its call: a green room that never blocks, two presses, nobody types a name', async ({
  person,
}) => {
  const secretary = await person('secretary', { serviceWorkers: 'block' });
  const { page } = secretary;
  await script(secretary, 7);
  await joinMeeting(secretary);
  await page.getByRole('button', { name: '7 personnes y sont' }).click();
  await expect(page.getByText('Dr Paul Nguyen')).toBeVisible();
  await page.keyboard.press('Escape');
  await shot(page, 'entry');
  await page.getByRole('button', { name: 'Rejoindre la visioconférence' }).click();
  const room = page.getByRole('dialog', { name: 'Rejoindre la visioconférence' });
  await expect(room.getByText('Aucun enregistrement n’est possible.')).toBeVisible();
  await expect(room.getByText('vous entrez micro coupé', { exact: false })).toBeVisible();
  await expect(room.getByRole('checkbox', { name: 'Entrer micro coupé' })).toBeChecked();
  await expect(room.getByText('Le micro capte du son.')).toBeVisible();
  await expect(room.getByText('Ce que les autres verront')).toBeVisible();
  await secretary.expectAccessible();
  await shot(page, 'green-room');
  await page.evaluate(() => {
    const { devices } = window.fakeCall.state();
    window.fakeCall.change({ devices: { ...devices, problems: { microphone: 'denied', camera: 'busy' } } });
  });
  await expect(room.getByText('Le navigateur refuse le micro.')).toBeVisible();
  await secretary.expectAccessible();
  await shot(page, 'green-room-problem');
  await room.getByRole('button', { name: 'Rejoindre pour écouter' }).click();
  expect(await asked(page, 'join')).toMatchObject(['join', expect.any(String), { microphone: 'off', camera: false }]);
  await page.evaluate(() => window.fakeCall.change({ phase: 'waiting' }));
  await expect(page.getByText('Le coordonnateur va vous admettre').first()).toBeVisible();
  await secretary.expectAccessible();
  await shot(page, 'waiting');
});

// SA-135, SA-137, SA-138, SA-139, OO-04, CM-31
test('the call beside the sheet: faces, commands, moderation, chat, stage, end; the keyboard is enough', async ({
  person,
}) => {
  const secretary = await person('secretary', { serviceWorkers: 'block', viewport: { width: 1440, height: 900 } });
  const { page } = secretary;
  await script(secretary, 0);
  await page.goto(await callAddress(page));
  const room = page.getByRole('dialog', { name: 'Rejoindre la visioconférence' });
  // The dialog starts at its main button: the keyboard goes in with one key.
  await expect(room.getByRole('button', { name: 'Rejoindre', exact: true })).toBeFocused();
  await page.keyboard.press('Enter');
  await expect.poll(() => asked(page, 'join')).toBeTruthy();
  await everybody(page);
  const call = callOn(page);

  await test.step('a strip of faces, who speaks first, the rest counted; only what is seen is asked', async () => {
    await expect(call.getByText('Pr Hélène Vasseur')).toBeVisible();
    await expect(call.getByText(', parle')).toHaveCount(1);
    await expect(call.getByText(/et \d autres/)).toBeVisible();
    await expect.poll(async () => JSON.stringify(await asked(page, 'show'))).toContain(seatOf(1));
    await secretary.expectAccessible();
    await shot(page, 'strip');
  });

  await test.step('microphone and camera by keys, hand and « Je n’entends pas » by the toolbar', async () => {
    await page.keyboard.press('Control+d');
    await expect(call.getByRole('button', { name: 'Activer le micro' })).toBeVisible();
    await call.getByRole('button', { name: 'Lever la main' }).click();
    expect(await asked(page, 'raiseHand')).toEqual(['raiseHand', true]);
    await call.getByRole('button', { name: 'Je n’entends pas' }).click();
    await expect(page.getByText('Signalé, sans votre nom', { exact: false })).toBeVisible();
    await page.evaluate(() =>
      window.fakeCall.change({ notices: [1, 2].map((id) => ({ id, kind: 'cannot_hear' as const })) }),
    );
    await expect(call.getByText('2 signalements : « Je n’entends pas »')).toBeVisible();
    await shot(page, 'cannot-hear');
    await call.getByRole('button', { name: 'J’ai vu' }).click();
    await expect(call.getByText('2 signalements', { exact: false })).toHaveCount(0);
  });

  await test.step('participants: hands first; a guest is admitted, somebody removed after a question, the door locked', async () => {
    await page.evaluate(
      (since) =>
        window.fakeCall.room({
          waiting: [{ accountId: 'g', name: 'Mme Nadia Perrin', specialty: 'Cardiologue', since }],
        }),
      at(3),
    );
    await call.getByRole('button', { name: 'Participants' }).click();
    const panel = page.getByRole('complementary', { name: 'Participants' });
    await expect(
      panel.getByRole('list', { name: 'Dans la visioconférence' }).getByRole('listitem').first(),
    ).toContainText('main levée');
    await expect(panel.getByText('conduit la visioconférence', { exact: false })).toBeVisible();
    await secretary.expectAccessible();
    await shot(page, 'participants');
    await panel.getByRole('button', { name: 'Admettre Mme Nadia Perrin' }).click();
    expect(await asked(page, 'admit')).toEqual(['admit', 'g', true]);
    await panel.getByRole('button', { name: 'Actions sur Dr Mehdi Haddad' }).click();
    await page.getByRole('menuitem', { name: 'Retirer de la visioconférence' }).click();
    await expect(page.getByRole('alertdialog', { name: /Retirer Dr Mehdi Haddad/ })).toContainText(
      'ne pourra plus y revenir',
    );
    await page.getByRole('button', { name: 'Retirer', exact: true }).click();
    expect(await asked(page, 'remove')).toEqual(['remove', seatOf(3)]);
    await panel.getByRole('button', { name: 'Couper tous les micros' }).click();
    expect(await asked(page, 'mute')).toEqual(['mute', null]);
    await panel.getByText('Verrouiller l’entrée').click();
    expect(await asked(page, 'lock')).toEqual(['lock', true]);
    await panel.getByRole('button', { name: 'Fermer les participants' }).click();
  });

  await test.step('chat: counted while closed, kept on demand, and what is typed survives a refusal', async () => {
    await page.evaluate(
      (chat) => window.fakeCall.change({ chat }),
      [line(1, 'Je partage le scanner dans deux minutes.'), line(2, 'Le compte-rendu d’anatomopathologie est arrivé.')],
    );
    await call.getByRole('button', { name: /^Discussion.*2 messages non lus/ }).click();
    const chat = page.getByRole('complementary', { name: 'Discussion' });
    await chat.getByRole('button', { name: 'Garder dans les notes' }).first().click();
    expect(await asked(page, 'keepChatLine')).toEqual(['keepChatLine', seatOf(501)]);
    await chat.getByLabel('Votre message').fill('refus');
    await chat.getByLabel('Votre message').press('Enter');
    await expect(chat.getByText('Le message n’est pas parti.', { exact: false })).toBeVisible();
    await expect(chat.getByLabel('Votre message')).toHaveValue('refus');
    await secretary.expectAccessible();
    await shot(page, 'chat');
    await chat.getByLabel('Votre message').click();
    await page.keyboard.press('Escape');
    await expect(chat).toHaveCount(0);
  });

  await test.step('somebody shares: the stage beside the report, a shared pointer, taking over is confirmed', async () => {
    await page.evaluate(
      ([sharing, producer]) => {
        const { fakeCall } = window;
        fakeCall.seat(sharing, { sources: { microphone: producer, camera: producer, screen: producer } });
        fakeCall.track(sharing, 'screen', 210);
        fakeCall.change({ pointers: new Map([[sharing, { x: 0.4, y: 0.5 }]]) });
      },
      [seatOf(1), open] as const,
    );
    await call.getByRole('button', { name: 'Partager l’écran' }).click();
    await page.getByRole('button', { name: 'Prendre la main sur le partage' }).click();
    expect(await asked(page, 'shareScreen')).toEqual(['shareScreen', true]);
    await page.getByRole('button', { name: /MOREL/ }).first().click();
    await call.getByRole('button', { name: 'Agrandir' }).click();
    await expect(call.getByText('Écran partagé par Pr Hélène Vasseur')).toBeVisible();
    await expect(page.getByRole('region', { name: 'Compte-rendu' })).toBeVisible();
    await call.getByRole('button', { name: 'Pointeur partagé' }).click();
    await expect(call.getByRole('application', { name: /^Écran partagé/ })).toBeFocused();
    await page.keyboard.press('ArrowRight');
    expect(await asked(page, 'point')).toEqual(['point', { x: 0.52, y: 0.5 }]);
    await secretary.expectAccessible();
    await shot(page, 'stage');
  });

  await test.step('a lost connection is said, and that what is written is safe; video given up too', async () => {
    await page.evaluate(() => window.fakeCall.change({ phase: 'reconnecting' }));
    await expect(call.getByText('Le dossier et le compte-rendu restent enregistrés.')).toBeVisible();
    await shot(page, 'reconnecting');
    await page.evaluate(() => window.fakeCall.change({ phase: 'inside', reduced: 'no_video' }));
    await expect(call.getByText('le son est gardé', { exact: false })).toBeVisible();
  });

  await test.step('the call survives moving to another page, where a dock leads back', async () => {
    await page.getByRole('link', { name: 'Confrères' }).click();
    const dock = page.getByRole('region', { name: 'Visioconférence en cours' });
    await expect(dock.getByRole('button', { name: 'Raccrocher' })).toBeVisible();
    await secretary.expectAccessible();
    await shot(page, 'dock');
    await dock.getByRole('link', { name: 'Revenir à la réunion' }).click();
    await expect(call.getByRole('button', { name: 'Raccrocher' })).toBeVisible();
  });

  // SA-107, SA-108, SA-109, SA-110
  await test.step('hanging up asks for stars, once', async () => {
    await call.getByRole('button', { name: 'Raccrocher' }).click();
    const end = page.getByRole('dialog', { name: 'Fin de la visioconférence' });
    await end.getByText('4 étoiles').first().click({ force: true });
    await end.getByLabel('Commentaire libre').fill('Son parfait, image un peu lente.');
    await secretary.expectAccessible();
    await shot(page, 'after');
    await end.getByRole('button', { name: 'Envoyer la note' }).click();
    await expect(end.getByText('Merci : votre note est enregistrée.')).toBeVisible();
    await end.getByRole('button', { name: 'Rejoindre à nouveau' }).click();
    await expect(page.getByRole('dialog', { name: 'Rejoindre la visioconférence' })).toBeVisible();
    await page.getByRole('button', { name: 'Rejoindre', exact: true }).click();
    await everybody(page);
    await call.getByRole('button', { name: 'Raccrocher' }).click();
    await expect(end).toBeVisible();
    await expect(end.getByRole('radio')).toHaveCount(0);
    await page.evaluate(() => window.fakeCall.change({ end: 'removed' }));
    await expect(end.getByText('Vous avez été retiré de la visioconférence', { exact: false })).toBeVisible();
    await shot(page, 'removed');
  });
});

// CM-32
test('on a telephone: a bar under the header, the part « Visio », everything else under « Plus »', async ({
  person,
}) => {
  const secretary = await person('secretary', {
    serviceWorkers: 'block',
    viewport: { width: 390, height: 844 },
    hasTouch: true,
    isMobile: true,
  });
  const { page } = secretary;
  await script(secretary, 2);
  await page.goto(await callAddress(page));
  await expect(page.getByRole('button', { name: 'Rejoindre', exact: true })).toBeVisible();
  await shot(page, 'green-room-390');
  await secretary.expectAccessible();
  await page.getByRole('button', { name: 'Rejoindre', exact: true }).click();
  await everybody(page);
  const call = callOn(page);
  await expect(call.getByRole('button', { name: 'Raccrocher' })).toBeVisible();
  await expectNoSidewaysScroll(page);
  await secretary.expectAccessible();
  await shot(page, 'bar-390');
  await page.getByRole('button', { name: 'Visio', exact: true }).click();
  await secretary.expectAccessible();
  await expectNoSidewaysScroll(page);
  await shot(page, 'stage-390');
  await call.getByRole('button', { name: /^Plus/ }).click();
  await shot(page, 'more-390');
  await page.getByRole('menuitem', { name: 'Participants' }).click();
  await secretary.expectAccessible();
  await shot(page, 'participants-390');
  await page.getByRole('button', { name: 'Fermer les participants' }).click();
  await page.setViewportSize({ width: 360, height: 740 });
  await expectNoSidewaysScroll(page);
  await call.getByRole('button', { name: 'Raccrocher' }).click();
  await expect(page.getByRole('dialog', { name: 'Fin de la visioconférence' })).toBeVisible();
  await secretary.expectAccessible();
  await shot(page, 'after-390');
});
