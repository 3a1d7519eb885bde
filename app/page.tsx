import { redirect } from 'next/navigation';
import { signedInPage } from './(console)/signed-in';

/** Everybody begins where their work is: sales at the leads, the others at the desk. */
export default async function StartPage() {
  const { person } = await signedInPage();
  redirect(person.departmentKind === 'sales' ? '/leads' : '/desk');
}
