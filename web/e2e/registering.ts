import { addVirtualAuthenticator, expect, type Person } from './fixtures.ts';
import { expectNoSidewaysScroll } from './screens.ts';

/** What somebody types to register by hand. */
export type Newcomer = {
  title: string;
  givenName: string;
  familyName: string;
  specialty: string;
  profession?: string;
  email: string;
};

type Mail = { recipient: string; text: string };
type TextMessage = { recipient: string; text: string };

/** Waits for a mail of the demonstration to this address that holds a link to this path, and gives the link. */
export async function demonstrationLink({ page }: Person, address: string, path: RegExp): Promise<string> {
  const find = async () => {
    const mails = (await (await page.request.get('/api/demo/mails')).json()) as Mail[];
    return mails.flatMap(({ recipient, text }) => (recipient === address ? (path.exec(text)?.[0] ?? []) : []))[0] ?? '';
  };
  await expect.poll(find, { message: `a mail to ${address}`, timeout: 20_000 }).not.toBe('');
  return find();
}

/** Waits for the code of a text message of the demonstration to a number that ends so. */
export async function demonstrationCode({ page }: Person, end: string): Promise<string> {
  const find = async () => {
    const messages = (await (await page.request.get('/api/demo/text-messages')).json()) as TextMessage[];
    return messages.flatMap(({ recipient, text }) =>
      recipient.endsWith(end) ? (/\d{6}/.exec(text)?.[0] ?? []) : [],
    )[0];
  };
  await expect.poll(find, { message: `a code to …${end}`, timeout: 20_000 }).toMatch(/^\d{6}$/);
  return (await find()) ?? '';
}

/** « Suivant », and the step that follows, whose title is then where one is. */
export async function goToStep({ page }: Pick<Person, 'page'>, step: 2 | 3, title: string): Promise<void> {
  await page.getByRole('button', { name: 'Suivant' }).click();
  await expect(page.getByRole('heading', { level: 1, name: `Étape ${step} sur 3 ${title}` })).toBeFocused();
}

/** Fills and sends the three steps of registration by hand, wherever the page was led to, with a passkey to come. */
export async function registerByHand(person: Person, newcomer: Newcomer): Promise<void> {
  const { page } = person;
  await page.getByRole('button', { name: 'En vous inscrivant manuellement (2)' }).click();
  await page.getByText('Professionnel de santé sans numéro RPPS').click();
  await page.getByRole('button', { name: /Titre/ }).click();
  await page.getByRole('option', { name: newcomer.title, exact: true }).click();
  await page.getByLabel(/^Prénom/).fill(newcomer.givenName);
  await page.getByLabel(/^Nom($| \()/).fill(newcomer.familyName);
  // What is proposed covers the rest of the form until one goes on to the next field.
  const profession = page.getByRole('combobox', { name: /^Profession/ });
  await profession.fill(newcomer.profession ?? 'Médecin');
  await profession.press('Tab');
  const specialty = page.getByRole('combobox', { name: /^Spécialité/ });
  await specialty.fill(newcomer.specialty);
  await specialty.press('Tab');
  await goToStep(person, 2, 'Contact, services et confidentialité');
  await page.getByLabel('Adresse e-mail professionnelle').fill(newcomer.email);
  await page.getByLabel('Numéro de téléphone mobile').fill('06 39 98 00 01');
  await goToStep(person, 3, 'Ce qui ouvrira votre compte');
  await page.getByText('J’ai lu et j’accepte', { exact: false }).click();
  await page.getByRole('button', { name: 'S’inscrire', exact: true }).click();
  await expect(page.getByText('Un mail vous est envoyé avec un lien de confirmation', { exact: false })).toBeVisible();
}

/** Opens the link of confirmation and makes the first passkey: comes out signed in, where one was going. */
export async function confirmWithPasskey({ page }: Person, link: string): Promise<void> {
  await page.goto(link);
  await page.getByRole('button', { name: 'Confirmer mon inscription' }).click();
  await page.getByRole('button', { name: 'Créer ma clé d’accès' }).click();
  await expect(page).not.toHaveURL(/\/inscription/);
}

const confirmation = /http\S+\/inscription\/confirmation#[\w-]+/;
let arrived = 0;

/** A new account of the demonstration with a passkey, signed in; its address. */
export async function arriveWithPasskey(person: Person, newcomer: Omit<Newcomer, 'email'>): Promise<string> {
  arrived += 1;
  const email = `arrivee.${Date.now()}.${arrived}@hopital-exemple.fr`;
  await addVirtualAuthenticator(person);
  await person.page.goto('/inscription');
  await registerByHand(person, { ...newcomer, email });
  await confirmWithPasskey(person, await demonstrationLink(person, email, confirmation));
  return email;
}

const shots = process.env.SHOTS;
const sizes = [
  ['phone', { width: 390, height: 844 }],
  ['desktop', { width: 1280, height: 720 }],
] as const;

/** Each screen of the accounts: accessible, and within its width on a telephone and on a desktop. */
export async function lookAtAccounts(person: Person, name: string): Promise<void> {
  const { page } = person;
  for (const [where, size] of sizes) {
    await page.setViewportSize(size);
    await person.expectAccessible();
    await expectNoSidewaysScroll(page);
    if (shots) await page.screenshot({ path: `${shots}/accounts-${name}-${where}.png` });
  }
}
