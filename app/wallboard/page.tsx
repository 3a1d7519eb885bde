import type { Metadata } from 'next';
import { headers } from 'next/headers';
import { redirect } from 'next/navigation';
import { requestLanguage } from '@/app/request-language';
import { signInAddress } from '@/components/employees/sign-in';
import { WallboardRefused } from '@/components/wallboard/wallboard-refused';
import { WallboardScreen } from '@/components/wallboard/wallboard-screen';
import { contextFor, contextForScreen, identify, identifyScreen } from '@/lib/context';
import { Refusal } from '@/lib/domain/errors';
import { mayManageWallboards } from '@/lib/domain/reports/report-rights';
import type { Wallboard } from '@/lib/domain/reports/wallboard.contract';
import type { Context } from '@/lib/operations/context';
import { readReportChoices } from '@/lib/operations/reports/read-report-choices';
import { readWallboard } from '@/lib/operations/reports/read-wallboard';

export async function generateMetadata(): Promise<Metadata> {
  const { t } = await requestLanguage();
  return { title: t('wallboard.title'), referrer: 'no-referrer', robots: { index: false } };
}

type Props = { searchParams: Promise<{ token?: string | string[]; department?: string | string[] }> };

/** For a television by the token of its address; without one for who is signed in. */
export default async function WallboardPage({ searchParams }: Props) {
  const { token, department } = await searchParams;
  const departmentId = typeof department === 'string' && department !== '' ? department : null;
  if (typeof token === 'string' && token !== '') {
    const screenId = await identifyScreen({
      headers: new Headers({ authorization: `Bearer ${headerText(token)}` }),
    });
    if (screenId === null) return <WallboardRefused why="revoked" />;
    const board = await readWallboard(await contextForScreen(screenId));
    return (
      <WallboardScreen
        initial={board}
        token={token}
        departmentId={null}
        departments={[]}
        maySettings={false}
      />
    );
  }
  const identity = await identify({ headers: await headers() });
  if (!identity) redirect(signInAddress('/wallboard'));
  const context = await contextFor(identity.person, undefined, identity);
  const board = await boardOf(context, departmentId ?? undefined);
  if (!board) return <WallboardRefused why="forbidden" />;
  const { departments } = await readReportChoices(context);
  return (
    <WallboardScreen
      key={board.department.id}
      initial={board}
      token={null}
      departmentId={departmentId}
      departments={departments}
      maySettings={mayManageWallboards(identity.person)}
    />
  );
}

/** A header takes no line breaks and nothing beyond Latin letters. */
const headerText = (token: string) => token.replace(/[^\w-]/g, '');

async function boardOf(context: Context, departmentId?: string): Promise<Wallboard | null> {
  try {
    return await readWallboard(context, { departmentId });
  } catch (error) {
    if (error instanceof Refusal && (error.code === 'forbidden' || error.code === 'notFound')) return null;
    throw error;
  }
}
