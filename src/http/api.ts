import { Hono } from 'hono'
import { createMiddleware } from 'hono/factory'
import { HTTPException } from 'hono/http-exception'
import type { z } from 'zod'
import type { Actor } from '../accounts/actor.ts'
import { findActorByToken } from '../accounts/session.ts'
import { decide } from '../cases/decide.ts'
import { perform } from '../cases/perform.ts'
import { noteReading } from '../cases/readings.ts'
import { findCase } from '../cases/view.ts'
import { dayOf } from '../law/day.ts'
import type { Act } from '../procedures/procedure.ts'
import { findCases } from '../cases/queries.ts'
import { reportJson } from '../reports/api.ts'
import { caseOf, itemOf } from './api_case.ts'
import { failure, givenIn, invalid, problemsOf, reusedKey, unauthorised, versionMissing } from './api_errors.ts'
import { file } from './api_filing.ts'
import { actShape, listQuery, newCaseShape, reportQuery } from './api_shapes.ts'
import type { leftShape, listShape } from './api_shapes.ts'
import type { Ctx, Env } from './context.ts'
import { notFound } from './errors.tsx'
import { limiter } from './limits.ts'
import { describeApi } from './openapi.ts'
import { urls } from './urls.ts'

const countRequest = limiter(60_000, 60)
const countWrongToken = limiter(60, 60)

/** Who calls; people who sign in on pages have no part in it. Chinese unless `?lang=en`. */
const caller = createMiddleware<Env>(async (c, next) => {
  c.set('lang', c.req.query('lang') === 'en' ? 'en' : 'zh')
  await countRequest(c)
  const token = /^Bearer +(\S+)$/i.exec(c.req.header('Authorization') ?? '')?.[1]
  const actor = token === undefined ? null : await findActorByToken(c.get('store'), token, c.get('now'))
  if (actor === null) {
    if (token !== undefined) await countWrongToken(c)
    return unauthorised(c)
  }
  c.set('actor', actor)
  return next()
})

/** The JSON API: the same acts through the same `perform` as the pages. */
export const routes = new Hono<Env>()
  .get(urls.api.openapi.pattern, c => c.json(describeApi()))
  .use('/api/*', caller)

  .post(urls.api.cases.pattern, async c => {
    const body = await readBody(c, newCaseShape)
    if (!body.success) return invalid(c, problemsOf(body.error))
    const key = c.req.header('Idempotency-Key')
    const filing = { actor: callerOf(c), now: c.get('now'), lang: c.get('lang'), body: body.data, key }
    const filed = await file(c.get('store'), filing)
    if (filed.outcome === 'filed') return c.json(filed.answer, 201)
    if (filed.outcome === 'reused') return invalid(c, { 'Idempotency-Key': [reusedKey] })
    return filed.outcome === 'done' ? notFound(c) : failure(c, filed)
  })

  .get(urls.api.cases.pattern, async c => {
    const asked = listQuery.safeParse(queryOf(c))
    if (!asked.success) return invalid(c, problemsOf(asked.error))
    const { limit, after, overdue, state, procedure, organ, q } = asked.data
    const today = dayOf(c.get('now'))
    const filter = { today, overdue: overdue === 'true', state, procedure, organ, q }
    const { rows, next } = await findCases(c.get('store'), callerOf(c), filter, after, limit)
    return c.json({ items: rows.map(row => itemOf(row, callerOf(c), today)), next } satisfies z.infer<typeof listShape>)
  })

  .get(urls.api.case.pattern, async c => {
    const answer = await answerCase(c, callerOf(c), c.req.param('number'))
    return answer ? c.json(answer) : notFound(c)
  })

  .post(urls.api.act.pattern, async c => {
    const { number, act } = c.req.param()
    const actor = callerOf(c)
    const body = await readBody(c, actShape)
    const view = await findCase(c.get('store').reader, actor, number)
    const spec = view && Object.hasOwn(view.procedure.acts, act) ? view.procedure.acts[act] : undefined
    if (!view || !spec) return notFound(c)
    if (!body.success) return invalid(c, problemsOf(body.error))
    const given = givenIn(spec, body.data.input)
    if (Object.keys(given).length > 0) return invalid(c, given)
    const today = dayOf(c.get('now'))
    const { version, occurredOn, part } = body.data
    if (version === undefined && movesCase(spec)) {
      const on = occurredOn ?? today
      const decision = decide({ procedure: view.procedure, view, act, actor, today, on, part })
      return decision.allowed
        ? invalid(c, { version: [versionMissing] })
        : failure(c, { outcome: 'refused', because: decision.because })
    }
    const done = await perform(c.get('store'), {
      on: { number },
      act,
      actor,
      now: c.get('now'),
      ...body.data,
      input: body.data.input ?? {},
    })
    if (done.outcome !== 'done') return failure(c, done)
    const answer = await answerCase(c, actor, number)
    const left: z.infer<typeof leftShape> = { number, version: done.version }
    return c.json({ ...(answer ?? left), ...(done.queryCode !== undefined && { queryCode: done.queryCode }) })
  })

  .get(urls.api.report.pattern, async c => {
    const asked = reportQuery.safeParse(queryOf(c))
    if (!asked.success) return invalid(c, problemsOf(asked.error))
    const { lang: _, ...which } = asked.data
    const drawn = await reportJson(c.get('store'), c.get('now'), callerOf(c), c.req.param('slug'), which)
    if (drawn.outcome === 'invalid') return invalid(c, drawn.errors)
    return drawn.outcome === 'done' ? c.json(drawn.report) : notFound(c)
  })

/** A query's members that were given: `?state=` asks for every state. */
const queryOf = (c: Ctx) => Object.fromEntries(Object.entries(c.req.query()).filter(([, value]) => value !== ''))

function callerOf(c: Ctx): Actor {
  const actor = c.get('actor')
  if (actor === null) throw new Error('No route of the API is open to nobody')
  return actor
}

async function answerCase(c: Ctx, actor: Actor, number: string) {
  const { reader } = c.get('store')
  const view = await findCase(reader, actor, number)
  if (view) await noteReading(c.get('store'), number, actor.id, c.get('now'))
  return view && caseOf(reader, view, actor, dayOf(c.get('now')), c.get('lang'))
}

/** Malformed JSON is 400; what the JSON says is for its shape to judge. */
async function readBody<T extends z.ZodType>(c: Ctx, shape: T) {
  const text = await c.req.text()
  try {
    return shape.safeParse(JSON.parse(text))
  } catch {
    throw new HTTPException(400)
  }
}

/** Acts that keep the state need no version, nor do those on a part, which are judged by the part's own. */
const movesCase = ({ on, to }: Act) => on !== 'assignment' && to !== 'same'
