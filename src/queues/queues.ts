import type { Actor } from '../accounts/actor.ts'
import { readsDistrict, signsCases, worksOnCases } from '../accounts/visible.ts'
import { loadCalendar } from '../cases/calendar.ts'
import { findCases } from '../cases/queries.ts'
import type { CaseFilter } from '../cases/queries.ts'
import type { Store } from '../db/open.ts'
import { addDays } from '../law/day.ts'
import type { Day } from '../law/day.ts'
import { computeDue } from '../law/due.ts'
import type { Text } from '../law/words.ts'
import type { AssignmentTable, CaseTable } from '../db/tables.ts'
import { countOwed, listOwed } from './owed.ts'
import type { Due, QueuePage } from './page.ts'
import { statesDecided } from './part_states.ts'
import {
  countCharged,
  countJudged,
  countParts,
  isCharged,
  isJudged,
  isOwed,
  listCharged,
  listJudged,
  listParts,
} from './parts.ts'
import {
  countAwaitingDecision,
  countAwaitingMe,
  countAwaitingUnit,
  countDueInDistrict,
  listAwaitingDecision,
  listAwaitingMe,
  listAwaitingUnit,
  listDueInDistrict,
} from './queries.ts'
import { countAwaitingSigner, isSigned, listSigned } from './signed.ts'

export const pageSize = 50

/** What is asked of every queue. `soon` is the day after the fifth working day from today. */
export type Question = { store: Store; actor: Actor; today: Day; soon: Day; filter: CaseFilter }

export type Queue = {
  title: Text
  empty: Text
  isFor: (actor: Actor) => boolean
  /** Seldom has anything: its tab is there when it has. */
  isSeldom?: true
  /** The parts its rows are about, where it is about parts of cases. */
  about?: (actor: Actor, part: AssignmentTable, row: CaseTable) => boolean
  /** The span of days its rows are due in. */
  due?: (question: Pick<Question, 'today' | 'soon'>) => Due
  list: (question: Question, after: string | null) => Promise<QueuePage>
  count?: (question: Question) => Promise<number>
  /** What the count is of, where that is not every row. */
  counted?: Text
}

const nothing = { zh: '现在没有', en: 'Nothing now' }
const none = { zh: '没有找到', en: 'Nothing found' }

const isOfficial = (actor: Actor) => worksOnCases(actor) || readsDistrict(actor)

const isPast = ({ today }: Pick<Question, 'today'>): Due => ({ before: today })
const isNear = ({ today, soon }: Pick<Question, 'today' | 'soon'>): Due => ({ from: today, before: soon })

/** The worklists in the order of their tabs; the first for the actor that always has one is the one to begin with. */
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
    list: ({ store, actor }, after) => listAwaitingUnit(store.reader, actor, after, pageSize),
    count: ({ store, actor }) => countAwaitingUnit(store.reader, actor),
  },
  parts: {
    title: { zh: '我单位承担的部分', en: 'Our part in others’ cases' },
    empty: nothing,
    isFor: worksOnCases,
    isSeldom: true,
    about: isOwed,
    list: ({ store, actor }, after) => listParts(store.reader, actor, after, pageSize),
    count: ({ store, actor }) => countParts(store.reader, actor),
  },
  judged: {
    title: { zh: '待我认可', en: 'Awaiting our word' },
    empty: nothing,
    isFor: isOfficial,
    isSeldom: true,
    about: isJudged,
    list: ({ store, actor }, after) => listJudged(store.reader, actor, after, pageSize),
    count: ({ store, actor }) => countJudged(store.reader, actor),
  },
  decide: {
    title: { zh: '待本机关决定', en: 'For our decision' },
    empty: nothing,
    isFor: actor => statesDecided(actor).length > 0,
    isSeldom: true,
    list: ({ store, actor }, after) => listAwaitingDecision(store.reader, actor, after, pageSize),
    count: ({ store, actor }) => countAwaitingDecision(store.reader, actor),
  },
  charged: {
    title: { zh: '我包案、批示、督办的', en: 'In my charge' },
    empty: nothing,
    isFor: readsDistrict,
    isSeldom: true,
    about: isCharged,
    list: ({ store, actor }, after) => listCharged(store.reader, actor, after, pageSize),
    count: ({ store, actor }) => countCharged(store.reader, actor),
  },
  signed: {
    title: { zh: '我提出和附议的', en: 'Mine' },
    empty: { zh: '还没有', en: 'None yet' },
    isFor: signsCases,
    about: isSigned,
    list: ({ store, actor }, after) => listSigned(store.reader, actor, after, pageSize),
    count: ({ store, actor }) => countAwaitingSigner(store.reader, actor),
    counted: { zh: '待我办理', en: 'awaiting me' },
  },
  overdue: {
    title: { zh: '已逾期', en: 'Overdue' },
    empty: nothing,
    isFor: isOfficial,
    due: isPast,
    list: (question, after) => listDue(question, isPast(question), after),
    count: question => countDue(question, isPast(question)),
  },
  soon: {
    title: { zh: '五个工作日内到期', en: 'Due within 5 working days' },
    empty: nothing,
    isFor: isOfficial,
    due: isNear,
    list: (question, after) => listDue(question, isNear(question), after),
    count: question => countDue(question, isNear(question)),
  },
  all: {
    title: { zh: '全部和查找', en: 'All cases and search' },
    empty: none,
    isFor: isOfficial,
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
    : listOwed(store.reader, actor, due, after, pageSize)

const countDue = ({ store, actor }: Question, due: Due): Promise<number> =>
  readsDistrict(actor) ? countDueInDistrict(store.reader, actor, due) : countOwed(store.reader, actor, due)
