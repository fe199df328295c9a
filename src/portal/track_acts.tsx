import { Hono } from 'hono'
import type { Actor } from '../accounts/actor.ts'
import { decide } from '../cases/decide.ts'
import type { Because } from '../cases/decide.ts'
import { listFiles, readCaseFile } from '../cases/files.ts'
import { perform } from '../cases/perform.ts'
import { tellStory } from '../cases/story.ts'
import type { CaseView } from '../cases/view.ts'
import { actForm } from '../cases/act_form.ts'
import { actUnderRule } from '../cases/form_of.ts'
import type { Ctx, Env } from '../http/context.ts'
import { notFound } from '../http/errors.tsx'
import { inputOf, readPosted, typedOne } from '../http/forms.ts'
import type { Posted } from '../http/forms.ts'
import { goTo, page } from '../http/respond.tsx'
import { urls, withQuery } from '../http/urls.ts'
import { dayOf } from '../law/day.ts'
import type { Text } from '../law/words.ts'
import { actNamed, oneOrMore } from '../procedures/procedure.ts'
import type { Act } from '../procedures/procedure.ts'
import { fieldsOf } from '../procedures/read_form.ts'
import type { Errors } from '../procedures/read_form.ts'
import type { AskedField } from '../../views/parts/act-form.tsx'
import { TrackActPage } from '../../views/portal/track-act.tsx'
import { leadOf } from './act_leads.ts'
import { isOfficialRequest } from './official.ts'
import { questionIn, tellTheirs } from './their_story.ts'
import { theirFiles } from './their_files.ts'
import { openedCase, trackedCase } from './tracking.ts'

type Expired = (c: Ctx, posted: Posted) => Promise<Response>

/** What the petitioner may do, one form each, and the files they gave. */
export const trackActs = (expired: Expired) =>
  new Hono<Env>()
    .get(urls.trackAct.pattern, async c => {
      const tracked = await trackedCase(c)
      return tracked ? drawAct(c, tracked, c.req.param('act')) : goTo(c, urls.track())
    })

    .post(urls.trackAct.pattern, async c => {
      const tracked = await trackedCase(c)
      const posted = await readPosted(c)
      return tracked ? doAct(c, tracked, c.req.param('act'), posted) : expired(c, posted)
    })

    .get(urls.trackAttachment.pattern, async c => {
      const tracked = await trackedCase(c)
      return tracked ? download(c, tracked.view, c.req.param('file')) : goTo(c, urls.track())
    })

/** After signing in again: on with the form that was being written. */
export async function resumeAct(c: Ctx, number: string, posted: Posted): Promise<Response> {
  const tracked = await openedCase(c, number)
  return tracked ? drawAct(c, tracked, typedOne(posted, 'act') ?? '', { typed: posted.typed }) : notFound(c)
}

async function doAct(c: Ctx, { view, actor }: Tracked, act: string, posted: Posted): Promise<Response> {
  const spec = await theirAct(c, view, act)
  if (!spec) return notFound(c)
  const outcome = await perform(c.get('store'), {
    on: { number: view.row.number },
    act,
    actor: { ...actor, isOfficial: await isOfficialRequest(c) },
    now: c.get('now'),
    input: inputOf(spec.form, posted),
    version: Number(typedOne(posted, 'version')),
    uploads: takesFiles(spec) ? posted.uploads : [],
  })
  const { typed } = posted
  switch (outcome.outcome) {
    case 'done':
      return goTo(c, withQuery(urls.track(), { done: act }))
    case 'absent':
      return notFound(c)
    case 'refused':
      return drawAct(c, { view, actor }, act, { typed, because: outcome.because, status: 422 })
    case 'invalid':
      return drawAct(c, { view, actor }, act, { typed, errors: outcome.errors, status: 422 })
    case 'overtaken':
      return drawAct(c, (await openedCase(c, view.row.number)) ?? { view, actor }, act, {
        typed,
        by: outcome.by,
        status: 409,
      })
  }
}

type Tracked = { view: CaseView; actor: Actor }
type Drawn = {
  typed?: Posted['typed']
  errors?: Errors
  because?: Because
  by?: { act: Text; on: string; isSelf: boolean }
  status?: 200 | 409 | 422
}

async function drawAct(c: Ctx, { view, actor }: Tracked, act: string, drawn: Drawn = {}): Promise<Response> {
  const spec = await theirAct(c, view, act)
  if (!spec) return notFound(c)
  const { typed = {}, errors = {}, by, status = 200 } = drawn
  const today = dayOf(c.get('now'))
  const decision = decide({ procedure: view.procedure, view, act, actor, today, on: today })
  const because = drawn.because ?? (decision.allowed ? undefined : decision.because)
  const question = act === 'reply' ? questionIn(await tellTheirs(c.get('store'), view)) : undefined
  const form = await actForm(c.get('store'), spec, { files: takesFiles(spec), view })
  const fields = form.fields.map(asked => (asked.field.kind === 'fact' ? proof(asked) : asked))
  const props = { ...form, fields, typed, errors, version: view.row.version, own: true }
  const leadsTo = spec.to === 'same' ? undefined : view.procedure.states[spec.to]?.title
  return page(
    c,
    { title: spec.title, status },
    <TrackActPage
      {...{ because, by, question, leadsTo }}
      title={spec.title}
      action={urls.trackAct(act)}
      lead={leadOf(act)}
      form={props}
    />,
  )
}

/** Acts of the petitioner, with the form in force for this matter; any other has no page here. */
async function theirAct(c: Ctx, view: CaseView, act: string): Promise<Act | undefined> {
  const spec = actNamed(view.procedure, act)
  const isTheirs = spec && spec.from !== 'start' && oneOrMore<string>(spec.by).includes('petitioner')
  return isTheirs ? actUnderRule(c.get('store').reader, spec, view) : undefined
}

/** Whoever comes with a code alone must show that it is they, whatever they do. */
const proof = (asked: AskedField): AskedField => ({
  ...asked,
  isRequired: true,
  field: { ...asked.field, hint: provesYou },
})

const provesYou = {
  zh: '登记时留下的电话或者证件；证明是您本人',
  en: 'Of the telephone or card given when filing; it shows that it is you',
}

/** Not with a rating, nor where only contact data change: nothing then says what the file is for. */
const takesFiles = (spec: Act) =>
  spec.form !== undefined && spec.rates === undefined && !fieldsOf(spec.form).some(({ field }) => field.kind === 'fact')

async function download(c: Ctx, view: CaseView, id: string): Promise<Response> {
  const store = c.get('store')
  const steps = await tellStory(store, view, 'petitioner')
  const files = theirFiles(view, steps, await listFiles(store.reader, store.master, view.row.number))
  const file = files.some(file => file.id === id) && (await readCaseFile(store, view.row.number, id))
  if (!file) return notFound(c)
  return c.body(new Uint8Array(file.bytes), 200, {
    'Content-Type': 'application/octet-stream',
    'Content-Disposition': `attachment; filename="attachment-${id.slice(0, 8)}.${file.ending}"`,
    'X-Content-Type-Options': 'nosniff',
    'Cache-Control': 'no-store',
  })
}
