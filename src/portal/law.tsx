import { Hono } from 'hono'
import { listRules } from '../accounts/rules.ts'
import { sessionOn } from '../accounts/terms.ts'
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

/** The local rules in force, with where each comes from: those of the session, the last set by an administrator, or the standard. */
async function parametersInForce(db: Db, procedure: Procedure, day: Day): Promise<Record<string, ParameterValue>> {
  const rows = await db
    .selectFrom('parameters')
    .selectAll()
    .where('procedure', '=', procedure.id)
    .where('from_day', '<=', day)
    .orderBy('from_day')
    .execute()
  const session = procedure.numbered && (await sessionOn(db, procedure.id, day))
  const own = session ? (await listRules(db, session.id)).filter(({ from_day }) => from_day <= day) : []
  return Object.fromEntries(
    Object.entries(procedure.parameters).map(([name, { standard, source }]) => {
      const set = own.findLast(row => row.name === name) ?? rows.findLast(row => row.name === name)
      const isStandard = set === undefined || set.value === standard
      const said = set && { value: set.value, source: isStandard ? source : inOne(set.source), from: set.from_day }
      return [name, said ?? { value: standard, source, from: null }]
    }),
  )
}

const inOne = (words: string) => ({ zh: words, en: words })
