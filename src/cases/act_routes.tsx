import { Hono } from 'hono'
import { ActPage } from '../../views/cases/act.tsx'
import type { Typed } from '../../views/parts/act-form.tsx'
import type { Actor } from '../accounts/actor.ts'
import type { Ctx, Env } from '../http/context.ts'
import { notFound } from '../http/errors.tsx'
import { inputOf, readPosted, typedOne } from '../http/forms.ts'
import { goTo, page } from '../http/respond.tsx'
import { urls, withQuery } from '../http/urls.ts'
import { dayOf } from '../law/day.ts'
import type { Text } from '../law/words.ts'
import { actNamed } from '../procedures/procedure.ts'
import type { Act } from '../procedures/procedure.ts'
import { actForm, articlesOf, takesFiles } from './act_form.ts'
import { keepCode } from './code_slips.ts'
import { decide } from './decide.ts'
import { actUnderRule } from './form_of.ts'
import { perform } from './perform.ts'
import type { Outcome } from './perform.ts'
import { meantPart } from './meant_part.ts'
import { isOfTheDay } from './motion_days.ts'
import { prefilled } from './prefilled.ts'
import { noteReading } from './readings.ts'
import { describeCase } from './sheet.ts'
import { findCase } from './view.ts'
import type { CaseView } from './view.ts'

/** One act of one case: its form, and what comes of sending it. */
export const actRoutes = new Hono<Env>()
  .get(urls.act.pattern, async c => {
    const { store, now, actor } = c.var
    const { number, act } = c.req.param()
    const view = actor && (await findCase(store.reader, actor, number))
    const spec = view && (await actOf(c, view, act))
    if (!view || !spec) return notFound(c)
    const today = dayOf(now)
    const part = c.req.query('part')
    const decision = decide({ procedure: view.procedure, view, act, actor, today, on: today, part })
    if (!decision.allowed && !decision.isTheirs) return notFound(c)
    const known: Typed = {
      ...(part !== undefined && { part: [part] }),
      ...(await prefilled(store, view, act, { actor, today, part })),
      ...asked(spec, c.req.queries()),
    }
    const outcome: Outcome | undefined = decision.allowed
      ? undefined
      : { outcome: 'refused', because: decision.because }
    return drawAct(c, view, actor, { act, spec, typed: known, outcome })
  })

  .post(urls.act.pattern, async c => {
    const { store, now, actor } = c.var
    const { number, act } = c.req.param()
    const view = actor && (await findCase(store.reader, actor, number))
    const spec = view && (await actOf(c, view, act))
    if (!view || !spec) return notFound(c)
    const posted = await readPosted(c)
    const outcome = await perform(store, {
      on: { number },
      act,
      actor,
      now,
      input: inputOf(spec.form, posted),
      part: typedOne(posted, 'part'),
      version: versionOf(typedOne(posted, 'version')),
      occurredOn: typedOne(posted, 'occurredOn'),
      lateReason: typedOne(posted, 'lateReason'),
      uploads: takesFiles(act, spec) ? posted.uploads : [],
    })
    if (outcome.outcome === 'absent') return notFound(c)
    const fresh = await findCase(store.db, actor, number)
    if (outcome.outcome === 'done') return goTo(c, await afterwards(c, actor, act, outcome, fresh !== undefined))
    return drawAct(c, fresh ?? view, actor, { act, spec, typed: posted.typed, outcome })
  })

/** On to the case; to the new code, shown once; or, whoever no longer sees the case by what was done, to their queue. */
async function afterwards(c: Ctx, actor: Actor, act: string, done: Done, isSeen: boolean): Promise<string> {
  const { number, queryCode } = done
  if (queryCode !== undefined) {
    const slip = await keepCode(c.var.store, { person: actor.id, number, code: queryCode, at: c.var.now })
    return urls.caseCode(number, slip)
  }
  return isSeen ? urls.case(number) : withQuery(urls.queues(), { left: act })
}

type Done = Extract<Outcome, { outcome: 'done' }>
type Drawn = { act: string; spec: Act; typed: Typed; outcome: Outcome | undefined }

/** The act's page, with what came of trying it. */
async function drawAct(c: Ctx, view: CaseView, actor: Actor, { act, spec, typed, outcome }: Drawn): Promise<Response> {
  const { store, now } = c.var
  const { number, version } = view.row
  const form = await actForm(store, spec, { files: takesFiles(act, spec), view, actor })
  await noteReading(store, number, actor.id, now)
  const sheet = await describeCase(store, view, actor, dayOf(now))
  const errors = outcome?.outcome === 'invalid' ? outcome.errors : {}
  const status = outcome === undefined ? 200 : outcome.outcome === 'overtaken' ? 409 : 422
  const isTried = c.req.method === 'POST'
  return page(
    c,
    { title: spec.title, status: isTried ? status : 200 },
    <ActPage
      number={number}
      label={view.row.label}
      title={sheet.title}
      sheet={sheet}
      act={act}
      heading={spec.title}
      warning={consequenceOf(spec, view)}
      refused={outcome?.outcome === 'refused' ? outcome.because : undefined}
      overtaken={outcome?.outcome === 'overtaken' ? outcome.by : undefined}
      part={await meantPart(store.reader, view, actor, spec, typed['part']?.[0], dayOf(now))}
      form={{ ...form, typed, errors, version, today: dayAsked(view, spec, now), articles: articlesOf(spec) }}
    />,
  )
}

/** An earlier day is asked for only where one may be given. */
const dayAsked = (view: CaseView, spec: Act, now: string) => (isOfTheDay(view, spec) ? undefined : dayOf(now))

/** What the one who does it should know before. */
function consequenceOf(spec: Act, { data }: CaseView): Text | undefined {
  if (spec.publishes === 'yes' && data.set['publicWish'] === 'no')
    return {
      zh: '提出人不同意公开。答复仍须依法公开，但不得出现提出人的姓名；涉及秘密或者个人隐私的，不要公开。',
      en: 'The signers do not wish it published. The law still asks for the answer, without any of their names; publish nothing that is secret or private.',
    }
  if (spec.walls?.self) return { zh: '办理以后，您不再能看到本件。', en: 'Once done, you no longer see this case.' }
  if (spec.renewsCode)
    return {
      zh: '办理以后原查询码立即作废；新的查询码只显示一次，请当面交给信访人。',
      en: 'Once done, the old code is void. The new one is shown only once: hand it to the petitioner in person.',
    }
  return undefined
}

/** The act with the form in force for this case. */
async function actOf(c: Ctx, view: CaseView, act: string): Promise<Act | undefined> {
  const spec = actNamed(view.procedure, act)
  return spec && actUnderRule(c.var.store.reader, spec, view)
}

/** A link may say what a form is about: which file to pull. */
const asked = (spec: Act, queries: Record<string, string[]>): Typed =>
  Object.fromEntries(Object.entries(queries).filter(([name]) => spec.form && Object.hasOwn(spec.form.shape, name)))

const versionOf = (typed: string | undefined): number | undefined =>
  typed !== undefined && /^\d{1,9}$/.test(typed) ? Number(typed) : undefined
