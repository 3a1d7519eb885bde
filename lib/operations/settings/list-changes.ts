import { listApiTokensByIds } from '@/db/api-tokens';
import { getCardField } from '@/db/card-fields';
import { type ChangeRow, listChangesOf } from '@/db/changes';
import { getCity } from '@/db/cities';
import { getCompanyNumber } from '@/db/company-numbers';
import { getDepartment } from '@/db/departments';
import { getEmployee, listEmployeesByIds } from '@/db/employees';
import { getProject } from '@/db/projects';
import { listRolesByIds } from '@/db/roles';
import type { Db } from '@/db/store';
import { getWebhook } from '@/db/webhooks';
import { fullName, shortName } from '@/lib/domain/employees/employee';
import { mayReadHistory } from '@/lib/domain/employees/permissions';
import { forbidden } from '@/lib/domain/errors';
import { cursorOf, type Page, readPlace, timeCursor, toPage } from '@/lib/domain/paging';
import { type HistoryNoun, historyNouns } from '@/lib/domain/settings/history-nouns';
import type { ChangeView } from '@/lib/domain/settings/settings.contract';
import { shownAddress } from '@/lib/domain/webhooks/webhook';
import { type Context, signedIn } from '@/lib/operations/context';

/** Who changed what in the settings, newest first. @throws Refusal `forbidden` */
export async function listChanges(
  context: Context,
  input: { noun?: HistoryNoun; nounId?: string; after?: string; limit: number },
): Promise<Page<ChangeView>> {
  if (!mayReadHistory(signedIn(context))) throw forbidden();
  const rows = await listChangesOf(context.read, {
    nouns: input.noun ? [input.noun] : historyNouns,
    nounId: input.nounId,
    after: readPlace(input.after, timeCursor),
    limit: input.limit + 1,
  });
  const page = toPage(rows, input.limit, (last) => cursorOf(last.at, last.id));
  return { rows: await viewChanges(context.read, page.rows), next: page.next };
}

async function viewChanges(db: Db, rows: ChangeRow[]): Promise<ChangeView[]> {
  const authors = new Map(
    (await listEmployeesByIds(db, [...new Set(rows.flatMap((row) => row.employeeId ?? []))])).map((row) => [
      row.id,
      shortName(row),
    ]),
  );
  const tokenIds = [...new Set(rows.flatMap((row) => row.apiTokenId ?? []))];
  const tokens = new Map((await listApiTokensByIds(db, tokenIds)).map(({ id, label }) => [id, label]));
  const names = new Map<string, Named | null>();
  const views: ChangeView[] = [];
  for (const row of rows) {
    const noun = row.noun as HistoryNoun;
    const key = `${noun}/${row.nounId}`;
    if (!names.has(key)) names.set(key, await nameOf(db, noun, row.nounId));
    views.push({
      id: row.id,
      noun,
      nounId: row.nounId,
      nounName: names.get(key)?.name ?? null,
      nounNameEn: names.get(key)?.nameEn ?? '',
      at: row.at,
      employeeId: row.employeeId,
      employeeName: row.employeeId ? (authors.get(row.employeeId) ?? null) : null,
      tokenLabel: row.apiTokenId ? (tokens.get(row.apiTokenId) ?? null) : null,
      fields: row.fields,
      reason: row.reason,
    });
  }
  return views;
}

type Named = { name: string | null; nameEn?: string | null };

async function nameOf(db: Db, noun: HistoryNoun, nounId: string): Promise<Named | null> {
  switch (noun) {
    case 'employee':
    case 'presence': {
      const employee = await getEmployee(db, nounId);
      return employee && { name: fullName(employee) };
    }
    case 'role':
      return (await listRolesByIds(db, [nounId]))[0] ?? null;
    case 'department':
      return getDepartment(db, nounId);
    case 'project':
      return getProject(db, nounId);
    case 'cardField':
      return getCardField(db, nounId);
    case 'city':
      return getCity(db, nounId);
    case 'companyNumber': {
      const number = await getCompanyNumber(db, nounId);
      return number && { name: number.e164 };
    }
    case 'blockedNumber':
    case 'connection':
      return { name: nounId };
    case 'webhooks': {
      const webhook = await getWebhook(db, nounId);
      return webhook && { name: shownAddress(webhook.address) };
    }
    case 'times':
    case 'promises':
    case 'callWords':
    case 'reports':
    case 'retention':
    case 'wallboard':
    case 'backups':
      return null;
  }
}
