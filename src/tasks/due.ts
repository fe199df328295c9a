import { parseArgs } from 'node:util'
import { buildCalendar } from '../law/calendar.ts'
import { dayOf, isDay } from '../law/day.ts'
import type { Day } from '../law/day.ts'
import { computeDue } from '../law/due.ts'
import type { DueQuestion } from '../law/due.ts'
import { parseTerm } from '../law/term.ts'
import { oneOrMore } from '../procedures/procedure.ts'
import type { Deadline } from '../procedures/deadline.ts'
import type { Procedure } from '../procedures/procedure.ts'
import { procedureIds, procedureOn } from '../procedures/registry.ts'
import { sayCitation } from '../procedures/statutes.ts'
import { CannotDo, say, WrongUsage } from './command.ts'
import type { Command, Env } from './command.ts'

/** Computes one deadline and shows how. A machine without a database counts by the law as released. */
export const command: Command = {
  usage: 'due <procedure>.<deadline> <day or instant> [--json]',
  run: async (args, env) => {
    const { positionals, values } = parseArgs({ args, allowPositionals: true, options: { json: { type: 'boolean' } } })
    const [name, start] = positionals
    if (name === undefined || start === undefined || positionals.length > 2)
      throw new WrongUsage('give one deadline and the day it starts')
    const on = startDay(start)
    const { procedure, id, spec } = deadlineNamed(name, on)
    const { calendar, parameters } = await inForce(env, procedure, on)
    const { movesLastDay, termOf } = await import('../cases/terms.ts')
    const counted = count(`${procedure.id}.${id}`, spec, {
      term: termOf(spec, parameters),
      start,
      calendar,
      law: { moveLastDay: movesLastDay(parameters) },
    })
    say(values.json ? JSON.stringify(counted) : [heading(spec), ...working(counted)].join('\n'))
    return 0
  },
}

type Counted = ReturnType<typeof count>

function startDay(start: string): Day {
  if (isDay(start)) return start
  try {
    return dayOf(start)
  } catch {
    throw new WrongUsage(`“${start}” is neither a day (2026-01-10) nor an instant (2026-01-10T09:00:00+08:00)`)
  }
}

function deadlineNamed(name: string, on: Day): { procedure: Procedure; id: string; spec: Deadline } {
  const [kind = '', id = '', more] = name.split('.')
  if (!procedureIds().includes(kind))
    throw new WrongUsage(`there is no procedure “${kind}”; there are ${procedureIds().join(', ')}`)
  const procedure = procedureOn(kind, on)
  const spec = Object.hasOwn(procedure.deadlines, id) ? procedure.deadlines[id] : undefined
  if (!spec || more !== undefined)
    throw new WrongUsage(`${kind} has no deadline “${id}”; it has ${Object.keys(procedure.deadlines).join(', ')}`)
  if (typeof spec.within === 'object' && !('parameter' in spec.within))
    throw new CannotDo(`${name} runs to the day given when it is sent; there is nothing to count`)
  return { procedure, id, spec }
}

/** The calendar and the local numbers of the office where there is one, else those of this release. */
async function inForce(env: Env, procedure: Procedure, on: Day) {
  const { configOf, hasDatabase, withStore } = await import('./store.ts')
  if (!hasDatabase(configOf(env))) {
    const standards = Object.entries(procedure.parameters).map(([name, { standard }]) => [name, standard])
    return { calendar: buildCalendar(), parameters: Object.fromEntries(standards) }
  }
  const { loadCalendar } = await import('../cases/calendar.ts')
  const { parametersOn } = await import('../cases/parameters.ts')
  return withStore(env, async store => ({
    calendar: await loadCalendar(store.reader),
    parameters: await parametersOn(store.reader, procedure, on),
  }))
}

function count(deadline: string, spec: Deadline, asked: DueQuestion) {
  const { term, start } = asked
  const isHours = parseTerm(term).unit === 'hour'
  if (isHours && isDay(start)) throw new CannotDo(`${deadline} runs in hours: give an instant, not a day`)
  const due = computeDue(asked)
  const [procedure = '', name = ''] = deadline.split('.')
  return {
    procedure,
    deadline: name,
    start: due.start,
    raw: due.raw,
    due: due.dueAt ?? due.due,
    provisional: due.provisional,
    article: oneOrMore(spec.cites)
      .map(cites => sayCitation(cites).zh)
      .join('、'),
    trace: due.trace.map(({ day, counted, reason }) => ({ day, counted, reason: reason.zh })),
  }
}

const heading = (spec: Deadline) => `${spec.title.zh} ${spec.title.en}`

function working({ start, raw, due, provisional, article, trace }: Counted): string[] {
  let n = 0
  return [
    article,
    `起 from  ${start}（当日不计 not counted）`,
    ...trace.map(({ day, counted, reason }) => `${day}  ${counted ? String(++n).padStart(3) : '  –'}  ${reason}`),
    ...(raw !== null && raw !== due ? [`末日 last day  ${raw}，休息日顺延 moved on`] : []),
    `至 due   ${due}${provisional ? '（放假安排尚未公布，暂定 provisional: holidays not announced）' : ''}`,
  ]
}
