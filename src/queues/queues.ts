import type { Actor } from '../accounts/actor.ts'
import { readsDistrict, worksOnCases } from '../accounts/visible.ts'
import { loadCalendar } from '../cases/calendar.ts'
import { findCases } from '../cases/queries.ts'
import type { CaseFilter } from '../cases/queries.ts'
import type { Store } from '../db/open.ts'
import { addDays } from '../law/day.ts'
import type { Day } from '../law/day.ts'
import { computeDue } from '../law/due.ts'
import type { Text } from '../law/words.ts'
import {
  countAwaitingMe,
  countAwaitingUnit,
  countDueInDistrict,
  countParts,
  listAwaitingMe,
  listAwaitingUnit,
  listDueInDistrict,
  listParts,
} from './queries.ts'
import type { Due, QueuePage } from './queries.ts'

export const pageSize = 50

/** What is asked of every queue. `soon` is the day after the fifth working day from today. */
export type Question = { store: Store; actor: Actor; today: Day; soon: Day; filter: CaseFilter }

export type Queue = {
  title: Text
  empty: Text
  isFor: (actor: Actor) => boolean
  list: (question: Question, after: string | null) => Promise<QueuePage>
  count?: (question: Question) => Promise<number>
}

const nothing = { zh: '现在没有', en: 'Nothing now' }
const none = { zh: '没有找到', en: 'Nothing found' }

/** The worklists in the order of their tabs; the first that is for the actor is the one to begin with. */
export const queues: Readonly<Record<string, Queue>> = {
  mine: {
    title: { zh: '等我办理', en: 'Awaiting me' },
    empty: nothing,
    isFor: worksOnCases,
    list: ({ store, actor }, after) => listAwaitingMe(store.reader, actor, after, pageSize),
    count: ({ store, actor }) => countAwaitingMe(store.reader, actor),
  },
  unit: {
    title: { zh: '等本单位办理', en: 'Awaiting my unit' },
    empty: nothing,
    isFor: worksOnCases,
    list: ({ store, actor }, after) => listAwaitingUnit(store.reader, actor, {}, after, pageSize),
    count: ({ store, actor }) => countAwaitingUnit(store.reader, actor, {}),
  },
  parts: {
    title: { zh: '会办分办', en: 'Our part in others’ cases' },
    empty: nothing,
    isFor: worksOnCases,
    list: ({ store, actor }, after) => listParts(store.reader, actor, after, pageSize),
    count: ({ store, actor }) => countParts(store.reader, actor),
  },
  overdue: {
    title: { zh: '已逾期', en: 'Overdue' },
    empty: nothing,
    isFor: () => true,
    list: (question, after) => listDue(question, { before: question.today }, after),
    count: question => countDue(question, { before: question.today }),
  },
  soon: {
    title: { zh: '五个工作日内到期', en: 'Due within 5 working days' },
    empty: nothing,
    isFor: () => true,
    list: (question, after) => listDue(question, { from: question.today, before: question.soon }, after),
    count: question => countDue(question, { from: question.today, before: question.soon }),
  },
  all: {
    title: { zh: '全部和查找', en: 'All cases and search' },
    empty: none,
    isFor: () => true,
    list: ({ store, actor, filter }, after) => findCases(store, actor, filter, after, pageSize),
  },
}

/** The day after the fifth working day from today. */
export async function soonFrom({ reader }: Store, today: Day): Promise<Day> {
  const { due } = computeDue({ start: today, term: '5 working days', calendar: await loadCalendar(reader) })
  return addDays(due, 1)
}

const listDue = ({ store, actor }: Question, due: Due, after: string | null): Promise<QueuePage> =>
  readsDistrict(actor)
    ? listDueInDistrict(store.reader, actor, due, after, pageSize)
    : listAwaitingUnit(store.reader, actor, due, after, pageSize)

const countDue = ({ store, actor }: Question, due: Due): Promise<number> =>
  readsDistrict(actor) ? countDueInDistrict(store.reader, actor, due) : countAwaitingUnit(store.reader, actor, due)
