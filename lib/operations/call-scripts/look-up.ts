import { getAppeal } from '@/db/appeals';
import type { CallScriptRun } from '@/db/call-scripts';
import { getSurvivorLocked } from '@/db/counterparties';
import { listPhonesOfCounterparties } from '@/db/counterparty-phones';
import { getDepartment } from '@/db/departments';
import { getEmployee } from '@/db/employees';
import { getProject } from '@/db/projects';
import type { Db } from '@/db/store';
import { trailOf } from '@/lib/domain/call-scripts/call-script';
import type { AskedEmployee } from '@/lib/domain/call-scripts/conversation';
import type { KnownAppeal, KnownCard, Project } from '@/lib/domain/call-scripts/draft';
import {
  type LookedUp,
  type ReportedEvent,
  type ScriptEvent,
  scriptEvent,
} from '@/lib/domain/call-scripts/events';
import { shortName } from '@/lib/domain/employees/employee';
import { invalid } from '@/lib/domain/errors';
import type { Tx } from '@/lib/operations/context';
import { refuseErased } from '@/lib/operations/counterparties/refuse-erased';
import { findReceiver } from '@/lib/operations/employees/find-receiver';
import { appliedLog } from './applied-log';
import { firstStepOf } from './first-step';
import { isPresent } from './is-present';

/** Who asks, when (epoch ms), and in which conversation. */
type Asked = { personId: string; now: number; run: CallScriptRun };

/** Joins what a person reported with what the database knows of it. @throws Refusal `invalid` for what is not there, `notPossibleNow` for an erased card */
export async function lookUp(tx: Tx, asked: Asked, reported: ReportedEvent): Promise<ScriptEvent> {
  return scriptEvent(reported, await known(tx, asked, reported));
}

async function known(tx: Tx, asked: Asked, reported: ReportedEvent): Promise<LookedUp> {
  switch (reported.type) {
    case 'caller.namedEmployee':
      return { employee: await askedEmployee(tx, asked, reported.employeeId) };
    case 'manager.choseCounterparty':
      return { counterparty: reported.counterpartyId ? await knownCard(tx, reported.counterpartyId) : null };
    case 'manager.choseAppeal':
      return { appeal: reported.appealId ? await knownAppeal(tx, reported.appealId) : null };
    case 'manager.filledIn':
      return { project: await knownProject(tx, reported.patch.appeal?.project?.id) };
    case 'manager.wentBack': {
      const log = await appliedLog(tx, asked.run.callId);
      return { trail: trailOf(firstStepOf(asked.run, log), log) };
    }
    default:
      return {};
  }
}

async function knownProject(db: Db, id: string | undefined): Promise<Project | null> {
  if (!id) return null;
  const project = await getProject(db, id);
  if (!project) throw invalid({ 'event.patch.appeal.project': 'notAChoice' });
  return { id: project.id, name: project.name };
}

async function askedEmployee(tx: Tx, asked: Asked, employeeId: string): Promise<AskedEmployee> {
  const employee = await getEmployee(tx, employeeId);
  const department = employee && (await getDepartment(tx, employee.departmentId));
  if (!employee || !department || employee.disabledAt !== null) throw invalid({ employeeId: 'notAChoice' });
  return {
    employeeId,
    name: shortName(employee),
    departmentKind: department.kind,
    present: await isPresent(tx, asked.now, employeeId),
    substitute: await presentSubstitute(tx, asked, employeeId),
  };
}

/** CS-9: who receives the calls of an absent person, when they are there and do not lead this conversation themselves. */
async function presentSubstitute(tx: Tx, { personId, now }: Asked, employeeId: string) {
  const receiverId = await findReceiver(tx, employeeId, now);
  if (receiverId === employeeId || receiverId === personId || !(await isPresent(tx, now, receiverId)))
    return null;
  const receiver = (await getEmployee(tx, receiverId))!;
  const { kind } = (await getDepartment(tx, receiver.departmentId))!;
  return { employeeId: receiverId, name: shortName(receiver), departmentKind: kind };
}

/** Of a card that is being erased the conversation takes nothing, and goes on without it. */
async function knownCard(db: Db, id: string): Promise<KnownCard> {
  const card = await getSurvivorLocked(db, id);
  if (!card) throw invalid({ counterpartyId: 'notAChoice' });
  refuseErased(card);
  const [phone] = await listPhonesOfCounterparties(db, [card.id]);
  return {
    id: card.id,
    status: card.status,
    name: card.name,
    category: card.category,
    city: card.city,
    contactPerson: card.contactPerson,
    phone: phone?.raw ?? '',
    phoneExtension: phone?.extension ?? '',
  };
}

async function knownAppeal(db: Db, id: string): Promise<KnownAppeal> {
  const appeal = await getAppeal(db, id);
  if (!appeal || appeal.closedAt !== null) throw invalid({ appealId: 'notAChoice' });
  const project = appeal.projectId ? await getProject(db, appeal.projectId) : null;
  return {
    id,
    counterpartyId: appeal.counterpartyId,
    topic: appeal.topic,
    project: project && { id: project.id, name: project.name },
  };
}
