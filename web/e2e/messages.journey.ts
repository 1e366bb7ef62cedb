import { expect, type Person, test } from './fixtures.ts';
import { expectNoSidewaysScroll } from './screens.ts';

const shots = process.env.SHOTS;
const phone = { viewport: { width: 390, height: 844 }, isMobile: true, hasTouch: true };
const narrow = { viewport: { width: 360, height: 640 } };

async function look(person: Person, name: string): Promise<void> {
  await person.expectAccessible();
  await expectNoSidewaysScroll(person.page);
  if (shots) await person.page.screenshot({ path: `${shots}/messages-${name}.png` });
}

type Me = { accountId: string; name: string };
const meOf = async ({ page }: Person): Promise<Me> => (await (await page.request.get('/api/me')).json()) as Me;

/** Starts a conversation by the API; returns its id. */
async function start({ page }: Person, to: Me[], subject: string, text: string): Promise<string> {
  const conversationId = crypto.randomUUID();
  const answer = await page.request.post('/api/conversations', {
    data: { conversationId, messageId: crypto.randomUUID(), to: to.map(({ accountId }) => accountId), subject, text },
  });
  expect(answer.status()).toBe(204);
  return conversationId;
}

async function send({ page }: Person, conversationId: string, text: string): Promise<void> {
  const data = { messageId: crypto.randomUUID(), text };
  const answer = await page.request.post(`/api/conversations/${conversationId}/messages`, { data });
  expect(answer.status()).toBe(204);
}

async function signOut({ page }: Person): Promise<void> {
  await page.getByRole('button', { name: /^Menu du compte de/ }).click();
  await page.getByRole('menuitem', { name: 'Déconnexion' }).click();
}

const field = ({ page }: Person) => page.getByRole('textbox', { name: 'Votre message' });
const log = ({ page }: Person) => page.getByRole('region', { name: 'Messages de la conversation' });
const list = ({ page }: Person) => page.getByRole('navigation', { name: 'Conversations' });

// SC-43
test('two people write to each other: from « Confrères » to the answer, read, withdrawn, left', async ({ person }) => {
  const anne = await person('presenter');
  const boris = await person('expert');
  const [annesName, borissName] = [(await meOf(anne)).name, (await meOf(boris)).name];
  await anne.page.goto('/messages');
  await expect(anne.page.getByText('Aucune conversation')).toBeVisible();
  await look(anne, 'empty-desktop');

  await anne.page.goto('/confreres');
  await anne.page.getByRole('searchbox', { name: 'Rechercher un confrère' }).fill(borissName.split(' ').at(-1) ?? '');
  await anne.page.getByRole('link', { name: `Écrire un message à ${borissName}` }).click();
  await expect(anne.page.getByRole('heading', { name: 'Nouveau message' })).toBeFocused();
  await expect(anne.page.getByRole('list', { name: 'Destinataires' })).toContainText(borissName);
  await anne.page.getByRole('button', { name: 'Envoyer' }).click();
  await expect(anne.page.getByText('Indiquez l’objet de votre message.')).toBeVisible();
  await anne.page.getByRole('textbox', { name: 'Objet' }).fill('Staff de jeudi');
  await anne.page.getByRole('textbox', { name: 'Message' }).fill('La salle 2 est prise.\nLa 4 vous convient-elle ?');
  // A page that is loaded again gives back what was typed.
  await anne.page.reload();
  await expect(anne.page.getByRole('textbox', { name: 'Objet' })).toHaveValue('Staff de jeudi');
  await look(anne, 'new-desktop');
  await anne.page.getByRole('textbox', { name: 'Message' }).press('Control+Enter');
  await expect(anne.page.getByRole('heading', { name: 'Staff de jeudi' })).toBeVisible();
  await expect(anne.page).toHaveURL(/\/messages\/[0-9a-f-]{36}$/);
  await expect(anne.page).toHaveTitle('Messages – Concertation');

  // The other is told, by the bell and in the menu, and opens it.
  await boris.page.goto('/');
  await boris.page.getByRole('button', { name: /^Menu du compte de/ }).click();
  await expect(boris.page.getByRole('menuitem', { name: /^Messages, \d+ non lus?$/ })).toBeVisible();
  await boris.expectAccessible();
  await boris.page.keyboard.press('Escape');
  await boris.page.getByRole('button', { name: /^Notifications, \d+ non lue/ }).click();
  await boris.page.getByRole('link', { name: `${annesName} vous a écrit un message` }).click();
  await expect(log(boris)).toContainText('La 4 vous convient-elle ?');
  // Others may have told him something meanwhile: this one is read.
  const unread = async () => {
    const { lines } = (await (await boris.page.request.get('/api/notifications')).json()) as {
      lines: { kind: string; readAt: string | null }[];
    };
    return lines.filter(({ kind, readAt }) => kind === 'message_received' && readAt === null).length;
  };
  await expect.poll(unread).toBe(0);
  await field(boris).fill('Parfait.');
  await field(boris).press('Enter');
  await field(boris).pressSequentially('À jeudi.');
  await field(boris).press('Control+Enter');
  await expect(log(boris).getByText('Parfait.\nÀ jeudi.')).toBeVisible();
  await expect(field(boris)).toHaveValue('');

  // It comes by itself, is told politely, and the reading is said to who wrote.
  await expect(log(anne).getByText('Parfait.\nÀ jeudi.')).toBeVisible({ timeout: 20_000 });
  await expect(anne.page.getByText(`Nouveau message de ${borissName}`)).toBeAttached();
  await expect(log(boris).getByText('Lu', { exact: true })).toBeVisible({ timeout: 20_000 });
  await look(anne, 'conversation-desktop');

  await log(anne)
    .getByRole('button', { name: /^Retirer votre message de/ })
    .click();
  await look(anne, 'withdraw-desktop');
  await anne.page.getByRole('button', { name: 'Retirer le message' }).click();
  await expect(log(anne).getByText('Message retiré')).toBeVisible();
  await expect(log(anne).getByText('La salle 2 est prise.')).toHaveCount(0);
  await expect(log(boris).getByText('Message retiré')).toBeVisible({ timeout: 20_000 });

  await boris.page.getByRole('button', { name: 'Actions de la conversation' }).click();
  await boris.page.getByRole('menuitem', { name: 'Quitter la conversation' }).click();
  await boris.page.getByRole('alertdialog').getByRole('button', { name: 'Quitter la conversation' }).click();
  await expect(boris.page.getByText('Choisissez une conversation')).toBeVisible();
  await expect(anne.page.getByText('Il n’y a plus personne d’autre dans cette conversation.')).toBeVisible({
    timeout: 20_000,
  });
  await look(anne, 'alone-desktop');
});

// SC-43
test('a message that cannot leave keeps its words, also across a reload, and is sent again', async ({ person }) => {
  const anne = await person('coordinator');
  const boris = await person('referent');
  const conversationId = await start(anne, [await meOf(boris)], 'Planning des gardes', 'Qui prend samedi ?');
  await anne.page.goto(`/messages/${conversationId}`);
  const sending = `**/api/conversations/${conversationId}/messages`;
  await anne.page.route(sending, (route) => route.abort());
  await field(anne).fill('Je peux prendre samedi.');
  await anne.page.getByRole('button', { name: 'Envoyer' }).click();
  await expect(log(anne).getByText('Non envoyé')).toBeVisible();
  await field(anne).fill('Encore un mot');
  await look(anne, 'not-sent-desktop');
  await anne.page.reload();
  await expect(log(anne).getByText('Non envoyé')).toBeVisible();
  await expect(field(anne)).toHaveValue('Encore un mot');
  await anne.page.unroute(sending);
  await log(anne).getByRole('button', { name: 'Réessayer' }).click();
  await expect(log(anne).getByText('Non envoyé')).toHaveCount(0);
  await expect(log(anne).getByText('Je peux prendre samedi.')).toBeVisible();
  const read = (await (await boris.page.request.get(`/api/conversations/${conversationId}`)).json()) as {
    messages: { text: string }[];
  };
  expect(read.messages.map(({ text }) => text)).toEqual(['Qui prend samedi ?', 'Je peux prendre samedi.']);

  // What is refused stays under the pen.
  await field(anne).fill('   ');
  await field(anne).press('Control+Enter');
  await expect(anne.page.getByText('Écrivez d’abord votre message.')).toBeVisible();
  // Who could not sign out is still there, and so is what they write.
  await field(anne).fill('Brouillon');
  const inWindow = () => anne.page.evaluate(() => JSON.stringify(sessionStorage));
  await anne.page.route('**/api/logout', (route) => route.abort());
  await signOut(anne);
  await expect(anne.page.getByText('Le serveur ne répond pas.', { exact: false })).toBeVisible();
  await expect(field(anne)).toHaveValue('Brouillon');
  expect(await inWindow()).toContain('Brouillon');
  await anne.page.unroute('**/api/logout');
  // Who signs out leaves nothing in the window.
  await signOut(anne);
  await expect(anne.page).toHaveURL(/\/connexion/);
  expect(await inWindow()).not.toContain('Brouillon');
  // Nor in its memory: the page was not loaded again.
  await anne.page.getByRole('button', { name: /Vasseur/ }).click();
  await anne.page.getByRole('button', { name: /^Menu du compte de/ }).click();
  await anne.page.getByRole('menuitem', { name: 'Messages' }).click();
  await list(anne).getByRole('link', { name: 'Planning des gardes' }).click();
  await expect(field(anne)).toHaveValue('');
});

// SC-43
test('on a shared computer nothing of a message outlives the page', async ({ person }) => {
  const anne = await person('coordinator');
  const boris = await person('referent');
  const conversationId = await start(anne, [await meOf(boris)], 'Poste partagé', 'Bonjour');
  await anne.page.route('**/api/me', async (route) => {
    const response = await route.fetch();
    await route.fulfill({ response, json: { ...((await response.json()) as object), shared: true } });
  });
  await anne.page.goto(`/messages/${conversationId}`);
  await field(anne).fill('Brouillon confidentiel');
  expect(await anne.page.evaluate(() => JSON.stringify(sessionStorage))).not.toContain('confidentiel');
  const asked = anne.page.waitForEvent('dialog');
  const reloading = anne.page.reload();
  const dialog = await asked;
  expect(dialog.type()).toBe('beforeunload');
  await dialog.accept();
  await reloading;
  await expect(field(anne)).toHaveValue('');

  // A first message is found again by another page of the product, which asks before it is lost.
  const { page } = anne;
  const object = page.getByRole('textbox', { name: 'Objet' });
  const write = () => page.getByRole('link', { name: 'Nouveau message' }).first().click();
  const elsewhere = () =>
    page.getByRole('navigation', { name: 'Navigation principale' }).getByRole('link', { name: 'Avis' }).click();
  await write();
  await object.fill('Sujet confidentiel');
  await elsewhere();
  await expect(page).toHaveURL(/\/avis$/);
  await page.getByRole('button', { name: /^Menu du compte de/ }).click();
  await page.getByRole('menuitem', { name: 'Messages' }).click();
  await write();
  await expect(object).toHaveValue('Sujet confidentiel');
  expect(await page.evaluate(() => JSON.stringify(sessionStorage))).not.toContain('confidentiel');
  await elsewhere();
  await expect(page).toHaveURL(/\/avis$/);
  const askedAgain = page.waitForEvent('dialog');
  const loading = page.reload();
  await (await askedAgain).accept();
  await loading;
  await page.goto('/messages/nouveau');
  await expect(object).toHaveValue('');
});

// SC-43
test('on a telephone the list and the conversation come one after the other', async ({ person }) => {
  const anne = await person('presenter', phone);
  const boris = await person('secretary');
  const subject = 'Réunion de pôle';
  const conversationId = await start(boris, [await meOf(anne)], subject, 'La réunion est avancée à 14 h.');
  for (let nth = 1; nth <= 12; nth += 1) await send(boris, conversationId, `Point ${nth} de l’ordre du jour.`);
  await anne.page.goto('/messages');
  const row = list(anne).getByRole('link', { name: subject });
  await expect(row).toContainText('13 non lus');
  await look(anne, 'list-phone');
  await row.click();
  await expect(anne.page.getByRole('heading', { name: subject })).toBeFocused();
  await expect(list(anne)).toBeHidden();
  await expect(log(anne).getByText('Point 12 de l’ordre du jour.')).toBeInViewport();
  await look(anne, 'conversation-phone');
  await field(anne).fill('Merci, j’y serai.');
  await anne.page.getByRole('button', { name: 'Envoyer' }).click();
  await expect(log(anne).getByText('Merci, j’y serai.')).toBeInViewport();
  await anne.page.getByRole('link', { name: 'Toutes les conversations' }).click();
  await expect(row).toContainText('Vous : Merci, j’y serai.');
  await expect(row).not.toContainText('non lu');
  await anne.page.getByRole('link', { name: 'Nouveau message' }).first().click();
  await look(anne, 'new-phone');
  await anne.page.setViewportSize(narrow.viewport);
  await look(anne, 'new-narrow');
  await anne.page.goto(`/messages/${conversationId}`);
  await look(anne, 'conversation-narrow');
});

// SC-43
test('by the keyboard alone: write to two colleagues, answer, add somebody, read far back', async ({ person }) => {
  const anne = await person('secretary');
  const boris = await person('expert');
  const { page } = anne;
  const [borissName, coordinator] = [(await meOf(boris)).name, (await meOf(await person('coordinator'))).name];
  await page.goto('/messages');
  await page.getByRole('link', { name: 'Nouveau message' }).first().focus();
  await page.keyboard.press('Enter');
  await expect(page.getByRole('heading', { name: 'Nouveau message' })).toBeFocused();
  const search = page.getByRole('combobox', { name: 'Chercher un confrère' });
  await page.keyboard.press('Tab');
  await expect(search).toBeFocused();
  await page.keyboard.type(borissName.split(' ').at(-1) ?? '');
  await page.getByRole('option', { name: borissName }).waitFor();
  await page.keyboard.press('ArrowDown');
  await page.keyboard.press('Enter');
  await expect(page.getByRole('list', { name: 'Destinataires' })).toContainText(borissName);
  await expect(page.getByRole('combobox', { name: 'Ajouter un destinataire' })).toBeFocused();
  await page.keyboard.press('Tab');
  await expect(page.getByRole('textbox', { name: 'Objet' })).toBeFocused();
  await page.keyboard.type('Salle');
  await page.keyboard.press('Tab');
  await page.keyboard.type('Est-elle libre ?');
  await page.keyboard.press('Control+Enter');
  await expect(page.getByRole('heading', { name: 'Salle' })).toBeFocused();
  await page.keyboard.press('Tab');
  await expect(page.getByRole('button', { name: 'Aller à la réponse' })).toBeFocused();
  await anne.expectAccessible();
  await page.keyboard.press('Enter');
  await expect(field(anne)).toBeFocused();
  await page.keyboard.type('Oui.');
  await page.keyboard.press('Control+Enter');
  await expect(log(anne).getByText('Oui.')).toBeVisible();
  await expect(field(anne)).toBeFocused();

  await page.getByRole('button', { name: 'Actions de la conversation' }).focus();
  await page.keyboard.press('Enter');
  await page.getByRole('menuitem', { name: 'Ajouter des personnes' }).waitFor();
  await page.keyboard.press('Enter');
  const dialog = page.getByRole('dialog', { name: 'Ajouter des personnes' });
  await expect(dialog.getByRole('combobox')).toBeFocused();
  await page.keyboard.type(coordinator.split(' ').at(-1) ?? '');
  await page.getByRole('option', { name: coordinator }).waitFor();
  await page.keyboard.press('ArrowDown');
  await page.keyboard.press('Enter');
  await expect(dialog.getByRole('list', { name: 'Destinataires' })).toContainText(coordinator);
  await look(anne, 'add-desktop');
  await dialog.getByRole('button', { name: 'Ajouter', exact: true }).focus();
  await page.keyboard.press('Enter');
  await expect(page.getByText(`Avec ${borissName}`)).toContainText(coordinator);

  // Long ago: sixty messages, by pages.
  const conversationId = page.url().split('/').at(-1) ?? '';
  for (let nth = 1; nth <= 55; nth += 1) await send(boris, conversationId, `Message ${nth}`);
  await page.reload();
  await expect(log(anne).getByText('Nouveaux messages')).toHaveCount(0);
  const older = log(anne).getByRole('button', { name: 'Messages plus anciens' });
  await older.focus();
  await page.keyboard.press('Enter');
  await expect(log(anne).getByText('Est-elle libre ?')).toBeAttached();
  await expect(older).toHaveCount(0);
  await expect(log(anne)).toBeFocused();
  await look(anne, 'long-desktop');
});

// SC-43
test('waiting, failed and not found are said in words', async ({ person }) => {
  const anne = await person('outsider');
  const { page } = anne;
  await page.goto(`/messages/${crypto.randomUUID()}`);
  await expect(page.getByText('Cette conversation n’existe pas, ou vous n’y participez plus.')).toBeVisible();
  await look(anne, 'not-found-desktop');
  await page.goto(`/messages/nouveau?a=${crypto.randomUUID()}`);
  await expect(page.getByText('Cette personne ne peut pas recevoir de message')).toBeVisible();
  await look(anne, 'unreachable-desktop');
  await page.route('**/api/conversations', (route) => route.abort());
  await page.goto('/messages');
  await expect(page.getByText('Vos conversations n’ont pas pu être lues')).toBeVisible({ timeout: 20_000 });
  await look(anne, 'failed-desktop');
  await page.unroute('**/api/conversations');
  await page.getByRole('button', { name: 'Réessayer' }).click();
  await expect(page.getByText('Aucune conversation')).toBeVisible();
});
