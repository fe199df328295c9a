import { Hono } from 'hono'
import type { Ctx, Env } from '../http/context.ts'
import { notFound } from '../http/errors.tsx'
import { readPosted, typedOne } from '../http/forms.ts'
import { limiter } from '../http/limits.ts'
import { goTo, page } from '../http/respond.tsx'
import { urls, withQuery } from '../http/urls.ts'
import { dayOf } from '../law/day.ts'
import { ChoosePage } from '../../views/portal/choose.tsx'
import { StartPage } from '../../views/portal/start.tsx'
import { attach } from './attach.tsx'
import { drawCheck, file } from './check.tsx'
import { giveCookie, readCookie, takeCookie } from './cookies.ts'
import { dropDraft, findDraft, startDraft } from './drafts.ts'
import { officeName } from './office.ts'
import { answer, drawStep, lost } from './question.tsx'
import { filingOf, firstOpen, openToAnyone, stepsOf } from './steps.ts'
import type { Asking } from './asking.ts'

const starts = limiter(120, 3600)

/** `/file`: one question a page, kept sealed in a draft until it is filed. */
export const filing = new Hono<Env>()
  .get(urls.file.pattern, async c => {
    const procedures = openToAnyone(dayOf(c.get('now'))).map(({ procedure }) => procedure)
    const draft = await findDraft(c.get('store'), readCookie(c, 'draft'), c.get('now'))
    const title = { zh: '我要反映', en: 'File a matter' }
    const cleared = c.req.query('cleared') !== undefined
    return page(c, { title }, <ChoosePage {...{ procedures, cleared }} draft={draft && standing(c, draft.content)} />)
  })

  .post(urls.file.pattern, async c => {
    const draft = await findDraft(c.get('store'), readCookie(c, 'draft'), c.get('now'))
    if (draft) await dropDraft(c.get('store'), draft.id)
    takeCookie(c, 'draft')
    return goTo(c, withQuery(urls.file(), { cleared: 1 }))
  })

  .get(urls.fileStep.pattern, async c => {
    const asked = filingOf(c.req.param('procedure'), dayOf(c.get('now')))
    const id = c.req.param('step')
    if (!asked) return notFound(c)
    if (id === 'start') {
      const office = await officeName(c.get('store'))
      return page(c, { title: asked.procedure.title }, <StartPage {...{ office }} procedure={asked.procedure} />)
    }
    const asking = await askingOf(c, asked)
    if (!asking) return goTo(c, urls.fileStep(asked.procedure.id, 'start'))
    const { draft } = asking
    if (draft.content.filed) return goTo(c, urls.receipt(draft.content.receipt))
    const open = firstOpen(asked.procedure, asked.submit, draft.content)
    if (id === 'check') return open ? goTo(c, urls.fileStep(asked.procedure.id, open.id)) : drawCheck(c, asking)
    const step = asking.steps.find(step => step.id === id)
    return step ? drawStep(c, asking, step) : notFound(c)
  })

  .post(urls.fileStep.pattern, async c => {
    const asked = filingOf(c.req.param('procedure'), dayOf(c.get('now')))
    const id = c.req.param('step')
    if (!asked) return notFound(c)
    if (id === 'start') return begin(c, asked.procedure.id)
    const asking = await askingOf(c, asked)
    const posted = await readPosted(c)
    if (!asking) return lost(c, posted)
    if (asking.draft.content.filed) return goTo(c, urls.receipt(asking.draft.content.receipt))
    if (id === 'check') return file(c, asking, Number(typedOne(posted, 'version')))
    const step = asking.steps.find(step => step.id === id)
    if (!step) return goTo(c, urls.fileStep(asked.procedure.id, 'kind'))
    return id === 'files' ? attach(c, asking, step, posted) : answer(c, asking, step, posted)
  })

/** A draft that is still being filled in goes on; a filed one makes room for the next. */
async function begin(c: Ctx, procedure: string): Promise<Response> {
  const store = c.get('store')
  const old = await findDraft(store, readCookie(c, 'draft'), c.get('now'))
  if (!old || old.content.filed || old.content.procedure !== procedure) {
    await starts(c)
    if (old) await dropDraft(store, old.id)
    giveCookie(c, 'draft', await startDraft(store, procedure, c.get('now')))
  }
  return goTo(c, urls.fileStep(procedure, 'kind'))
}

async function askingOf(c: Ctx, asked: Pick<Asking, 'procedure' | 'submit'>): Promise<Asking | undefined> {
  const draft = await findDraft(c.get('store'), readCookie(c, 'draft'), c.get('now'))
  if (!draft || draft.content.procedure !== asked.procedure.id) return undefined
  return { ...asked, draft, steps: stepsOf(asked.procedure, asked.submit, draft.content.typed) }
}

/** Where an earlier start leads on to. */
function standing(c: Ctx, content: Asking['draft']['content']) {
  const asked = filingOf(content.procedure, dayOf(c.get('now')))
  const next = asked && (firstOpen(asked.procedure, asked.submit, content)?.id ?? 'check')
  return content.filed
    ? { href: urls.receipt(content.receipt), isFiled: true }
    : { href: urls.fileStep(content.procedure, next ?? 'start'), isFiled: false }
}
