import { Hono } from 'hono'
import type { Db } from '../db/dialect.ts'
import type { Env } from '../http/context.ts'
import { notFound } from '../http/errors.tsx'
import { page } from '../http/respond.tsx'
import { urls } from '../http/urls.ts'
import { dayOf } from '../law/day.ts'
import type { Day } from '../law/day.ts'
import type { Procedure } from '../procedures/procedure.ts'
import { procedureIds, procedureOn } from '../procedures/registry.ts'
import { LawPage } from '../../views/portal/law.tsx'
import { drawStates } from './law_diagram.ts'
import { sayLaw } from './law_words.ts'
import type { ParameterValue } from './law_words.ts'

/** How a matter is handled, for everyone: the procedure's own table, in words and drawn. */
export const routes = new Hono<Env>().get(urls.law.pattern, async c => {
  const { procedure: id } = c.req.param()
  if (!procedureIds().includes(id)) return notFound(c)
  const today = dayOf(c.get('now'))
  const procedure = procedureOn(id, today)
  const said = sayLaw(procedure, await parametersInForce(c.get('store').reader, procedure, today))
  const title = { zh: `${said.title.zh}怎样办理`, en: `How it is handled: ${said.title.en}` }
  return page(c, { title, wide: true }, <LawPage {...said} drawing={drawStates(procedure, c.get('lang'))} />)
})

/** The local numbers in force, with where each comes from: the last set by an administrator, or the standard. */
async function parametersInForce(db: Db, procedure: Procedure, day: Day): Promise<Record<string, ParameterValue>> {
  const rows = await db
    .selectFrom('parameters')
    .selectAll()
    .where('procedure', '=', procedure.id)
    .where('from_day', '<=', day)
    .orderBy('from_day')
    .execute()
  return Object.fromEntries(
    Object.entries(procedure.parameters).map(([name, { standard, source }]) => {
      const set = rows.findLast(row => row.name === name)
      const own = set && { value: set.value, source: { zh: set.source, en: set.source }, from: set.from_day }
      return [name, own ?? { value: standard, source, from: null }]
    }),
  )
}
