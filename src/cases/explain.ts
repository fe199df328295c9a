import type { Db } from '../db/dialect.ts'
import type { CaseTable, DeadlineTable } from '../db/tables.ts'
import type { Calendar } from '../law/calendar.ts'
import { sayDay } from '../law/day.ts'
import type { Day } from '../law/day.ts'
import { computeDue } from '../law/due.ts'
import type { Step as CountedDay } from '../law/due.ts'
import { isTerm, parseTerm, sayTerm } from '../law/term.ts'
import type { Term } from '../law/term.ts'
import type { Text } from '../law/words.ts'
import { oneOrMore } from '../procedures/procedure.ts'
import { edition } from '../procedures/registry.ts'
import { isRole, roles } from '../procedures/roles.ts'
import { sayCitation } from '../procedures/statutes.ts'
import { isWithin, lengthOf, spansIn } from './spans.ts'
import type { Span } from './spans.ts'
import type { CaseView } from './view.ts'

/** A deadline of a case with everything that makes it so. */
export type Explained = {
  title: Text
  article: Text
  due: Day
  met: Day | null
  ended: boolean
  /** A right's window lapses; nobody is late. */
  isWindow: boolean
  isOpen: boolean
  /** It stands still, and nobody is late. */
  isPaused: boolean
  provisional: boolean
  start: { day: Day; what: Text }
  term: Text
  owner: Text
  changes: Text[]
  days: readonly CountedDay[]
}

type Names = ReadonlyMap<string, Text>

/** Every clock of the case, counted day by day from its own start and term under the calendar in force. */
export const explainDeadlines = (view: CaseView, calendar: Calendar, names: Names): Explained[] =>
  view.deadlines.flatMap(line => explain(view, line, calendar, names))

function explain(view: CaseView, line: DeadlineTable, calendar: Calendar, names: Names): Explained[] {
  const spec = view.procedure.deadlines[line.deadline]
  if (!spec || !isTerm(line.term)) return []
  const law = { moveLastDay: line.raw_on === null || line.raw_on !== line.due_on }
  const counted = computeDue({ start: line.start_at ?? line.start_on, term: line.term, calendar, law })
  const isSame = counted.due === line.due_on
  const spans = spansIn(line.excluded)
  const isPlain = line.extended === null && line.excluded === null
  return [
    {
      title: line.assignment === '' ? spec.title : titleOfPart(spec.title, names.get(line.owner_organ ?? '')),
      article: sayCitation(spec.cites),
      due: line.due_on,
      met: line.met_on,
      ended: line.ended_on !== null,
      isWindow: line.is_duty === 0,
      isOpen: line.is_open === 1,
      provisional: line.provisional === 1,
      start: { day: line.start_on, what: startedBy(view, line, spec.after) },
      isPaused: line.is_open === 1 && line.paused_on !== null,
      term:
        typeof spec.within !== 'string' && !('parameter' in spec.within) ? givenDay : sayTerm(lawful(line.term, spans)),
      owner: sayWho(line.owner_role, line.owner_organ, names),
      changes: [
        ...(line.extended !== null && isTerm(line.extended) ? [sayExtended(line.extended)] : []),
        ...spans.map(sayExcluded),
        ...(line.paused_on === null || line.is_open === 0 ? [] : [sayPaused(line.paused_on)]),
        ...(line.calendar === calendar.version || !isPlain ? [] : [isSame ? otherCalendar : movedSince(counted.due)]),
      ],
      days: isSame ? counted.trace.map(day => (isWithin(day.day, spans) ? { ...day, ...notCounted } : day)) : [],
    },
  ]
}

/** Several organs may owe the same thing: whose clock it is stands in its title. */
const titleOfPart = (title: Text, organ: Text | undefined): Text =>
  organ ? { zh: `${title.zh}（${organ.zh}）`, en: `${title.en} (${organ.en})` } : title

/** “承办人（望江区住建局）”: whom the case awaits, or who owes a deadline. */
export function sayWho(role: string | null, organ: string | null, names: Names): Text {
  const title = role !== null && isRole(role) ? roles[role].title : { zh: '', en: '' }
  const name = organ === null ? undefined : names.get(organ)
  return name ? { zh: `${name.zh} ${title.zh}`, en: `${name.en}, ${title.en}` } : title
}

/** Many cases at once, each with its clocks and parts; the rows were already asked for by who may see them. */
export async function viewsOf(db: Db, rows: readonly CaseTable[]): Promise<CaseView[]> {
  if (rows.length === 0) return []
  const numbers = rows.map(row => row.number)
  const [deadlines, assignments] = await Promise.all([
    db.selectFrom('deadlines').selectAll().where('case_number', 'in', numbers).orderBy('start_on').execute(),
    db.selectFrom('assignments').selectAll().where('case_number', 'in', numbers).orderBy('id').execute(),
  ])
  return rows.map(row => ({
    procedure: edition(row.procedure, row.procedure_version),
    row,
    data: JSON.parse(row.data),
    deadlines: deadlines.filter(line => line.case_number === row.number),
    assignments: assignments.filter(part => part.case_number === row.number),
    rules: {},
  }))
}

function startedBy(view: CaseView, line: DeadlineTable, after: string | readonly string[]): Text {
  const acts = oneOrMore(after).filter(act => view.data.did[act] !== undefined)
  const act = acts.find(act => view.data.did[act]?.on === line.start_on) ?? acts[0] ?? oneOrMore(after)[0] ?? ''
  return view.procedure.acts[act]?.title ?? { zh: '', en: '' }
}

const sayExtended = (term: Parameters<typeof sayTerm>[0]): Text => ({
  zh: `已延长${sayTerm(term).zh}`,
  en: `extended by ${sayTerm(term).en}`,
})
/** The term as the law gives it; the days of a hearing were added to it. */
function lawful(term: Term, spans: readonly Span[]): Term {
  const { count, unit } = parseTerm(term)
  return `${count - lengthOf(spans)} ${unit}s`
}
const notCounted = { counted: false, reason: { zh: '听证期间，不计入', en: 'hearing, not counted' } }
const sayExcluded = (span: Span): Text => {
  const [from, until, days] = [sayDay(span.from), sayDay(span.until), lengthOf([span])]
  return {
    zh: `${from.zh}至${until.zh}听证，${days}日不计入`,
    en: `hearing from ${from.en} to ${until.en}: ${days} days do not count`,
  }
}
const sayPaused = (on: Day): Text => ({
  zh: `${sayDay(on).zh}起听证，暂停计算`,
  en: `standing still for a hearing since ${sayDay(on).en}`,
})
const givenDay: Text = { zh: '到指定的日期', en: 'to the day that was given' }
const otherCalendar: Text = {
  zh: '按当时公布的放假安排计算；现行安排下是同一天',
  en: 'counted under the holidays known then; the same day under those in force',
}
const movedSince = (due: Day): Text => ({
  zh: `按当时公布的放假安排计算；现行安排下为${due}，重新计算后生效`,
  en: `counted under the holidays known then; ${due} under those in force, once recalculated`,
})
