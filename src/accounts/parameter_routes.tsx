import { Hono } from 'hono'
import { ParameterPage, ParametersPage } from '../../views/accounts/parameters.tsx'
import type { Ctx, Env } from '../http/context.ts'
import { notFound } from '../http/errors.tsx'
import { readPosted } from '../http/forms.ts'
import { urls } from '../http/urls.ts'
import { dayOf } from '../law/day.ts'
import { isTerm, sayTerm } from '../law/term.ts'
import type { Parameter } from '../procedures/parameter.ts'
import type { Errors } from '../procedures/read_form.ts'
import { adminPage, afterChange, byOf } from './admin_page.tsx'
import { parameterForm, readTyped } from './forms.ts'
import { findParameter, knownParameters, setParameter } from './parameter_changes.ts'
import type { Known } from './parameter_changes.ts'

export const parameters = new Hono<Env>()
  .get(urls.adminParameters.pattern, async c => {
    const today = dayOf(c.get('now'))
    const rows = await c
      .get('store')
      .db.selectFrom('parameters')
      .selectAll()
      .where('from_day', '<=', today)
      .orderBy('from_day')
      .execute()
    const lines = knownParameters.map(known => {
      const set = rows.findLast(row => row.procedure === known.procedure && row.name === known.name)
      const href = urls.adminParameter(known.procedure || wholeHouse, known.name)
      return {
        ...titles(known),
        href,
        value: said(known.parameter, set?.value ?? known.parameter.standard),
        from: set?.from_day ?? null,
        source: set?.source ?? known.parameter.source,
      }
    })
    return adminPage(c, { zh: '参数', en: 'Parameters' }, <ParametersPage rows={lines} />)
  })
  .get(urls.adminParameter.pattern, c => {
    const known = asked(c)
    return known ? parameterPage(c, known) : notFound(c)
  })
  .post(urls.adminParameter.pattern, async c => {
    const known = asked(c)
    if (!known) return notFound(c)
    const { typed, ...posted } = await readPosted(c)
    const redraw = (errors: Errors) => parameterPage(c, known, { typed, errors })
    const read = readTyped(parameterForm, { typed, ...posted })
    if ('errors' in read) return redraw(read.errors)
    const { procedure, name } = known
    const changed = await setParameter(c.get('store'), byOf(c), { procedure, name, ...read.ok })
    return afterChange(c, changed, c.req.path, redraw)
  })

/** In an address the house's own parameters stand under this word. */
const wholeHouse = 'house'

function asked(c: Ctx): Known | undefined {
  const procedure = c.req.param('procedure') ?? ''
  return findParameter(procedure === wholeHouse ? '' : procedure, c.req.param('name') ?? '')
}

async function parameterPage(
  c: Ctx,
  known: Known,
  sent?: { typed: Readonly<Record<string, readonly string[]>>; errors: Errors },
) {
  const rows = await c
    .get('store')
    .db.selectFrom('parameters')
    .selectAll()
    .where('procedure', '=', known.procedure)
    .where('name', '=', known.name)
    .orderBy('from_day', 'desc')
    .execute()
  const history = [
    ...rows.map(row => ({ value: said(known.parameter, row.value), from: row.from_day, source: row.source })),
    { value: said(known.parameter, known.parameter.standard), from: null, source: known.parameter.source },
  ]
  const form = sent ?? { typed: {}, errors: {} }
  const body = (
    <ParameterPage
      {...{ history }}
      isTerm={known.parameter.unit === 'term'}
      choices={known.parameter.choices}
      action={c.req.path}
      {...form}
    />
  )
  return adminPage(c, known.parameter.title, body, sent ? 422 : 200)
}

const titles = ({ title, parameter }: Known) => ({ title: parameter.title, procedure: title })
const said = ({ choices }: Parameter, value: string) => choices?.[value] ?? (isTerm(value) ? sayTerm(value) : value)
