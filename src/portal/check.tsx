import { visitor } from '../accounts/actor.ts'
import { attempt, inTransaction } from '../cases/perform.ts'
import type { Outcome } from '../cases/perform.ts'
import type { Ctx } from '../http/context.ts'
import { inputOf } from '../http/forms.ts'
import { limiter } from '../http/limits.ts'
import { goTo, page } from '../http/respond.tsx'
import { urls } from '../http/urls.ts'
import type { Errors } from '../procedures/read_form.ts'
import { CheckPage } from '../../views/portal/check.tsx'
import { answersOf } from './answers.ts'
import { frameOf } from './asking.ts'
import type { Asking } from './asking.ts'
import { forgetFiles, listDraftFiles, readDraftFiles } from './draft_files.ts'
import { findDraft, holdDraft, saveDraft } from './drafts.ts'
import type { Draft } from './drafts.ts'
import { readCookie } from './cookies.ts'
import { lost } from './question.tsx'
import { firstOpen } from './steps.ts'

const submissions = limiter(120, 3600)

export async function drawCheck(c: Ctx, asking: Asking, errors: Errors = {}, isStale = false): Promise<Response> {
  const files = await listDraftFiles(c.get('store'), asking.draft)
  const answers = await answersOf(c.get('store'), asking)
  const status = isStale ? 409 : Object.keys(errors).length > 0 ? 422 : 200
  const title = { zh: '请核对您填写的内容', en: 'Check your answers' }
  const frame = frameOf(asking, 'check', undefined)
  return page(c, { title, status }, <CheckPage {...{ title, frame, answers, files, errors, isStale }} />)
}

/** Files the draft once, however often the button is pressed. */
export async function file(c: Ctx, asking: Asking, version: number): Promise<Response> {
  const { procedure, submit, draft } = asking
  const open = firstOpen(procedure, submit, draft.content)
  if (open) return goTo(c, urls.fileStep(procedure.id, open.id))
  await submissions(c)
  const filed = await fileOnce(c, asking, version)
  switch (filed.outcome) {
    case 'done':
      await forgetFiles(c.get('store'), draft.id)
      return goTo(c, urls.receipt(draft.content.receipt))
    case 'overtaken':
    case 'absent': {
      const current = await findDraft(c.get('store'), readCookie(c, 'draft'), c.get('now'))
      return current ? drawCheck(c, { ...asking, draft: current }, {}, true) : lost(c, { typed: {}, uploads: [] })
    }
    case 'refused': {
      const { reason, article } = filed.because
      return drawCheck(c, asking, {
        '': [{ zh: `${reason.zh}（${article.zh}）`, en: `${reason.en} (${article.en})` }],
      })
    }
    case 'invalid':
      return drawCheck(c, asking, { '': Object.values(filed.errors).flat() })
  }
}

/** The case and the draft's receipt in one transaction: two presses find one receipt. */
async function fileOnce(c: Ctx, asking: Asking, version: number): Promise<Outcome | { outcome: 'done' }> {
  const store = c.get('store')
  const now = c.get('now')
  const uploads = await readDraftFiles(store, asking.draft)
  return inTransaction(store, async trx => {
    const draft = await holdDraft(trx, asking.draft, now)
    if (!draft) return { outcome: 'absent' }
    if (draft.content.filed) return { outcome: 'done' }
    if (draft.version !== version) return { outcome: 'absent' }
    const outcome = await attempt(store, trx, {
      on: { procedure: asking.procedure.id, channel: 'online' },
      act: 'submit',
      actor: visitor,
      now,
      input: inputFrom(asking, draft),
      uploads,
    })
    if (outcome.outcome === 'done') {
      const filed = { number: outcome.number, code: outcome.queryCode ?? '', at: now }
      await saveDraft(trx, draft, { ...draft.content, typed: {}, answered: [], filed }, now)
    }
    return outcome
  })
}

/** Answers to the questions that were asked; one left behind by a changed mind is not sent. */
function inputFrom({ submit, steps }: Asking, draft: Draft) {
  const names = steps.flatMap(step => step.names)
  const typed = Object.fromEntries(Object.entries(draft.content.typed).filter(([name]) => names.includes(name)))
  return inputOf(submit.form, { typed, uploads: [] })
}
