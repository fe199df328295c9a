import type { Ctx } from '../http/context.ts'
import { typedOne } from '../http/forms.ts'
import type { Posted } from '../http/forms.ts'
import { goTo, page } from '../http/respond.tsx'
import type { Errors } from '../procedures/read_form.ts'
import { LostPage } from '../../views/portal/lost.tsx'
import { QuestionPage } from '../../views/portal/question.tsx'
import { drawAttach } from './attach.tsx'
import { askedIn, frameOf, nextUrl, typedFor } from './asking.ts'
import type { Asking } from './asking.ts'
import { findDraft, saveDraft } from './drafts.ts'
import { readCookie } from './cookies.ts'
import { errorsOf, formOf } from './steps.ts'
import type { Step } from './steps.ts'

export const drawStep = (c: Ctx, asking: Asking, step: Step) =>
  step.id === 'files' ? drawAttach(c, asking, step) : draw(c, asking, step, { returns: c.req.query('back') })

/** Keeps the answers to one question, or gives the page back with what is wrong beside them. */
export async function answer(c: Ctx, asking: Asking, step: Step, posted: Posted): Promise<Response> {
  const { procedure, submit, draft } = asking
  const returns = typedOne(posted, 'back')
  const answers = typedFor(step, posted)
  const typed = { ...draft.content.typed, ...answers }
  const errors = errorsOf(formOf(procedure, submit, step, typed), typed)
  if (Object.keys(errors).length > 0) return draw(c, asking, step, { typed, errors, returns })
  const content = { ...draft.content, typed, answered: [...new Set([...draft.content.answered, step.id])] }
  const isSame = step.names.every(name => same(draft.content.typed[name], typed[name]))
  const isKept =
    (isSame && draft.content.answered.includes(step.id)) ||
    (Number(typedOne(posted, 'version')) === draft.version &&
      (await saveDraft(c.get('store').db, draft, content, c.get('now'))))
  if (isKept) return goTo(c, nextUrl(asking, content, step.id, returns === 'check'))
  const current = await findDraft(c.get('store'), readCookie(c, 'draft'), c.get('now'))
  return current ? draw(c, { ...asking, draft: current }, step, { typed, returns, isStale: true }) : lost(c, posted)
}

/** The draft was cleared or is too old; what was just typed is shown so that it can be copied. */
export function lost(c: Ctx, posted: Posted): Promise<Response> {
  const typed = Object.entries(posted.typed)
    .filter(([name]) => !['version', 'back'].includes(name))
    .flatMap(([, values]) => values.filter(value => value.trim() !== ''))
  const title = { zh: '没有找到您填写的内容', en: 'What you filled in is not here' }
  return page(c, { title, status: 409 }, <LostPage title={title} typed={typed} />)
}

type Drawn = {
  typed?: Record<string, string[]>
  errors?: Errors
  returns?: string | undefined
  isStale?: boolean
}

async function draw(c: Ctx, asking: Asking, step: Step, { typed, errors = {}, returns, isStale = false }: Drawn) {
  const values = typed ?? asking.draft.content.typed
  const asked = await askedIn(c, asking, step, values)
  const status = isStale ? 409 : Object.keys(errors).length > 0 ? 422 : 200
  return page(
    c,
    { title: step.title, status },
    <QuestionPage frame={frameOf(asking, step.id, returns)} {...{ step, errors, isStale, ...asked }} typed={values} />,
  )
}

const same = (a: readonly string[] = [], b: readonly string[] = []) => JSON.stringify(a) === JSON.stringify(b)
