import { allowedEndings } from '../cases/files.ts'
import type { Ctx } from '../http/context.ts'
import { typedOne } from '../http/forms.ts'
import type { Posted } from '../http/forms.ts'
import { limiter } from '../http/limits.ts'
import { goTo, page } from '../http/respond.tsx'
import { urls, withQuery } from '../http/urls.ts'
import type { Text } from '../law/words.ts'
import { AttachPage } from '../../views/portal/attach.tsx'
import { frameOf, nextUrl } from './asking.ts'
import type { Asking } from './asking.ts'
import { addDraftFiles, forgetFiles, listDraftFiles } from './draft_files.ts'
import { saveDraft } from './drafts.ts'
import type { Step } from './steps.ts'

const uploads = limiter(300, 3600)

export const drawAttach = (c: Ctx, asking: Asking, step: Step) => draw(c, asking, step, c.req.query('back'))

/** Adds what was chosen, removes what was pointed at, or goes on. Files only come and go, so no version is asked for. */
export async function attach(c: Ctx, asking: Asking, step: Step, posted: Posted): Promise<Response> {
  const store = c.get('store')
  const { draft } = asking
  const back = typedOne(posted, 'back')
  const remove = typedOne(posted, 'remove')
  if (remove) await forgetFiles(store, draft.id, remove)
  if (posted.uploads.length > 0) await uploads(c)
  const problem = await addDraftFiles(store, draft, posted.uploads, c.get('now'))
  if (problem) return draw(c, asking, step, back, problem)
  const isDone = typedOne(posted, 'do') === 'next'
  if (!isDone) return goTo(c, withQuery(urls.fileStep(asking.procedure.id, step.id), { back }))
  const content = { ...draft.content, answered: [...new Set([...draft.content.answered, step.id])] }
  if (!draft.content.answered.includes(step.id)) await saveDraft(store.db, draft, content, c.get('now'))
  return goTo(c, nextUrl(asking, content, step.id, back === 'check'))
}

async function draw(c: Ctx, asking: Asking, step: Step, back: string | undefined, problem?: Text) {
  const files = await listDraftFiles(c.get('store'), asking.draft)
  const accept = allowedEndings.map(ending => `.${ending}`).join(',')
  const frame = frameOf(asking, step.id, back)
  return page(
    c,
    { title: step.title, status: problem ? 422 : 200 },
    <AttachPage {...{ frame, step, files, accept, problem }} />,
  )
}
