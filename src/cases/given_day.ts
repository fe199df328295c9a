import type { Day } from '../law/day.ts'
import type { Text } from '../law/words.ts'
import { oneOrMore } from '../procedures/procedure.ts'
import type { Procedure } from '../procedures/procedure.ts'
import type { Errors, Parted } from '../procedures/read_form.ts'

/** A day somebody is given to report by cannot have passed already. */
export function checkGivenDays({ deadlines }: Procedure, act: string, { log }: Parted, on: Day): Errors {
  const given = Object.values(deadlines).flatMap(({ after, within }) =>
    typeof within === 'object' && 'field' in within && oneOrMore(after).includes(act) ? [within.field] : [],
  )
  const passed = given.filter(name => typeof log[name] === 'string' && log[name] <= on)
  return Object.fromEntries(passed.map(name => [name, [notYetPassed]]))
}

const notYetPassed: Text = { zh: '报告期限须晚于今天', en: 'The day to report by must be later than today' }
