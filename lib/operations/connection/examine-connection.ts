import { listCompanyNumbers } from '@/db/company-numbers';
import type { Db } from '@/db/store';
import type { ConnectionCheck, Finding } from '@/lib/domain/connection/finding';
import {
  judgeAccount,
  judgeApiKey,
  judgeClock,
  judgeCredentials,
  judgeLimits,
  silence,
} from '@/lib/domain/connection/judge-account';
import { judgeAddress, judgeSignature } from '@/lib/domain/connection/judge-address';
import { judgeApp, judgeNumbers, judgeRegions } from '@/lib/domain/connection/judge-numbers';
import type { PhoneAccount } from '@/lib/domain/connection/phone-account';

/** Carries out one check of the connection test and judges what came back. */
export async function examineConnection(
  db: Db,
  account: PhoneAccount,
  check: ConnectionCheck,
): Promise<Finding[]> {
  switch (check) {
    case 'credentials':
      return judgeCredentials(await account.readAccount());
    case 'account':
      return judgeAccount(await account.readAccount());
    case 'apiKey':
      return judgeApiKey(...(await Promise.all([account.findApiKey(), account.tryApiKey()])));
    case 'address': {
      const [reach, failed] = await Promise.all([account.reachConsole(), account.listFailedWebhooks()]);
      return judgeAddress(account.publicUrl, account.isStandIn, reach, failed);
    }
    case 'signature': {
      const [right, wrong] = await Promise.all([account.sendSigned('right'), account.sendSigned('wrong')]);
      return judgeSignature(account.publicUrl, right, wrong);
    }
    case 'numbers':
      return judgeNumbers(await ownNumbers(db), await account.listNumbers(), account.addresses);
    case 'app':
      return judgeApp(await account.readApp(), account.addresses);
    case 'limits':
      return judgeLimits(...(await Promise.all([account.readAccount(), account.readProfiles()])));
    case 'region':
      return examineRegions(db, account);
    case 'clock':
      return judgeClock(await account.readAccount());
  }
}

async function examineRegions(db: Db, account: PhoneAccount): Promise<Finding[]> {
  const numbers = await account.listNumbers();
  const unused = account.unusedRegionSettings;
  if (!numbers.told) return [...judgeRegions([], unused), ...silence(numbers)];
  const used = new Set((await ownNumbers(db)).flatMap(({ e164, isUsed }) => (isUsed ? [e164] : [])));
  const owned = numbers.value.filter(({ e164 }) => used.has(e164));
  const regions = await Promise.all(
    owned.map(async ({ e164 }) => ({ e164, region: await account.readRegionOf(e164) })),
  );
  return judgeRegions(regions, unused);
}

async function ownNumbers(db: Db): Promise<{ e164: string; isUsed: boolean }[]> {
  const rows = await listCompanyNumbers(db);
  return rows.map(({ e164, disabledAt }) => ({ e164, isUsed: disabledAt === null }));
}
