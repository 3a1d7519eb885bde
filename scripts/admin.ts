// npm run admin -- --email you@example.com [--name "Фамилия Имя Отчество"]: lets the first administrator in by a one-time link.
import { parseArgs } from 'node:util';
import { makeFirstAdministrator } from '@/lib/operations/employees/make-first-administrator';
import { prepareInstallation } from '@/lib/operations/settings/prepare-installation';
import { inShell } from './shell-context';

const { values } = parseArgs({ options: { email: { type: 'string' }, name: { type: 'string' } } });
const email = values.email?.trim() ?? '';

if (!/^[^\s@]+@[^\s@]+$/.test(email)) {
  console.log('Whose address? npm run admin -- --email you@example.com --name "Иванова Анна Петровна"');
  process.exitCode = 1;
} else {
  const [surname, givenName, ...rest] = (values.name ?? `Администратор ${email.split('@')[0]}`)
    .trim()
    .split(/\s+/);
  const name = {
    surname: surname!,
    givenName: givenName ?? surname!,
    patronymic: rest.join(' ') || null,
  };
  await inShell(async (context, publicUrl) => {
    await prepareInstallation(context);
    const { path, expiresAt } = await makeFirstAdministrator(context, { email, name });
    console.log(
      `Open this link once, before ${new Date(expiresAt).toLocaleString('sv-SE')}, to set the password of ${email}:`,
    );
    console.log(`  ${publicUrl}${path}`);
  });
}
