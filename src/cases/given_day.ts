import type { Day } from '../law/day.ts'
import type { Text } from '../law/words.ts'
import { oneOrMore } from '../procedures/procedure.ts'
import type { Procedure } from '../procedures/procedure.ts'
import { fieldsOf } from '../procedures/read_form.ts'
import type { Errors, Parted } from '../procedures/read_form.ts'

/** A day somebody is given to report by lies ahead of the act; any other day that is told has come. */
export function checkGivenDays(
  { acts, deadlines }: Procedure,
  act: string,
  { log }: Parted,
  on: Day,
  today: Day,
): Errors {
  const starts = (after: string) => after === act || acts[after]?.issues === act
  const given = Object.values(deadlines).flatMap(({ after, within, extend }) => [
    ...(typeof within === 'object' && 'field' in within && oneOrMore(after).some(starts) ? [within.field] : []),
    ...(extend && 'until' in extend && extend.by === act ? [extend.until] : []),
  ])
  const told = fieldsOf(acts[act]?.form).filter(({ name, field }) => field.kind === 'day' && !given.includes(name))
  const isAfter = (name: string, day: Day) => typeof log[name] === 'string' && log[name] > day
  const passed = given.filter(name => log[name] !== undefined && !isAfter(name, on))
  const early = told.filter(({ name }) => isAfter(name, today) && acts[act]?.corrects !== true)
  return Object.fromEntries([
    ...passed.map(name => [name, [notAhead]]),
    ...early.map(({ name }) => [name, [notYetCome]]),
  ])
}

const notAhead: Text = {
  zh: '报告期限须晚于办理日期',
  en: 'The day to report by must be later than the day of the act',
}
const notYetCome: Text = { zh: '这一天还没有到', en: 'This day has not come yet' }
