import type { Store } from '../db/open.ts'
import { dayOf } from '../law/day.ts'
import type { Day } from '../law/day.ts'
import { isTerm, parseTerm } from '../law/term.ts'
import type { Text } from '../law/words.ts'
import { houseParameters } from '../procedures/house_parameters.ts'
import type { Parameter } from '../procedures/parameter.ts'
import { editions } from '../procedures/registry.ts'
import { absent, change, done, invalid, record } from './change.ts'
import type { By, Changed } from './change.ts'
import { latestOf, sessionalProcedures } from './terms.ts'

/** A local number, of one procedure or, under the empty name, of the house. */
export type Known = { procedure: string; title: Text; name: string; parameter: Parameter }

export const knownParameters: readonly Known[] = [
  ...Object.entries(houseParameters).map(([name, parameter]) => ({ procedure: '', title: house(), name, parameter })),
  ...latest().flatMap(({ id, title, parameters }) =>
    Object.entries(parameters).map(([name, parameter]) => ({ procedure: id, title, name, parameter })),
  ),
]

export const findParameter = (procedure: string, name: string): Known | undefined =>
  knownParameters.find(known => known.procedure === procedure && known.name === name)

export type NewValue = { procedure: string; name: string; value: string; from: Day; source: string }

/** Changes a local number from a day on. What was counted before that day stays as it was counted. */
export async function setParameter(store: Store, by: By, asked: NewValue): Promise<Changed> {
  const { procedure, name, from, source } = asked
  const known = findParameter(procedure, name)
  if (!known) return absent
  const value = readValue(known.parameter, asked.value)
  const errors = {
    ...(value === null && { value: [expected(known.parameter)] }),
    ...(from < dayOf(by.now) && { from: [notBackwards] }),
  }
  if (value === null || Object.keys(errors).length > 0) return invalid(errors)
  return change(store, async trx => {
    await trx
      .insertInto('parameters')
      .values({ procedure, name, value, from_day: from, source })
      .onConflict(conflict => conflict.columns(['procedure', 'name', 'from_day']).doUpdateSet({ value, source }))
      .execute()
    await record(trx, 'parameters', 'setParameter', by, { procedure, name, value, from, source })
    return done(name)
  })
}

/** A term may be typed as a bare number: which days count is the procedure's, not the administrator's. */
function readValue({ unit, standard, choices, most = 9999 }: Parameter, typed: string): string | null {
  if (choices) return Object.hasOwn(choices, typed) ? typed : null
  const number = /^\d{1,4}$/.test(typed) ? Number(typed) : null
  if (unit === 'number') return number === null || number > most ? null : String(number)
  if (unit !== 'term') return typed
  const own = isTerm(standard) ? parseTerm(standard).unit : 'calendar day'
  const term = number === null ? typed : `${number} ${own}s`
  return isTerm(term) && parseTerm(term).unit === own ? term : null
}

const expected = ({ unit, choices, most = 9999 }: Parameter): Text =>
  choices
    ? { zh: `请填写 ${Object.keys(choices).join(' 或者 ')}`, en: `Enter ${Object.keys(choices).join(' or ')}` }
    : unit === 'number'
      ? { zh: `请填写0到${most}的整数`, en: `Enter a whole number from 0 to ${most}` }
      : {
          zh: '请填写1到9999的整数，计日方法不能改',
          en: 'Enter a whole number from 1 to 9999; how days are counted cannot change',
        }

const notBackwards = {
  zh: '不能改到过去：请填今天或者以后的日期',
  en: 'The past cannot be changed: enter today or a later day',
}

function house(): Text {
  return { zh: '全机关', en: 'Whole house' }
}

/** What is numbered by session has the rules of its session. */
function latest() {
  const bySession = sessionalProcedures()
  return editions.filter(edition => latestOf(edition.id) === edition && !bySession.includes(edition))
}
