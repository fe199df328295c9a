import { listChoices } from '../cases/act_form.ts'
import { streetsIn } from '../cases/choices.ts'
import type { Ctx } from '../http/context.ts'
import type { Posted } from '../http/forms.ts'
import { urls } from '../http/urls.ts'
import { listOrgans } from '../accounts/organs.ts'
import { fieldsOf } from '../procedures/read_form.ts'
import type { Act, Procedure } from '../procedures/procedure.ts'
import type { FilingFrame } from '../../views/portal/filing.tsx'
import type { Draft } from './drafts.ts'
import { firstOpen, formOf, stepsOf } from './steps.ts'
import type { Step } from './steps.ts'

/** A draft being filled in: under which procedure, with which questions. */
export type Asking = { procedure: Procedure; submit: Act; draft: Draft; steps: Step[] }

/** Where the person stands among the questions. */
export function frameOf({ procedure, draft, steps }: Asking, id: string, back: string | undefined): FilingFrame {
  const at = steps.findIndex(step => step.id === id)
  const before = at < 0 ? steps.at(-1) : steps[at - 1]
  return {
    action: urls.fileStep(procedure.id, id),
    version: draft.version,
    back: back === 'check' ? urls.fileStep(procedure.id, 'check') : urls.fileStep(procedure.id, before?.id ?? 'start'),
    returns: back === 'check',
    place: { step: at < 0 ? steps.length + 1 : at + 1, of: steps.length + 1 },
  }
}

/** The question after this one, or whatever is still open on the way back to the check. */
export function nextUrl({ procedure, submit }: Asking, content: Draft['content'], id: string, returns: boolean) {
  const steps = stepsOf(procedure, submit, content.typed)
  const after = steps[steps.findIndex(step => step.id === id) + 1]
  const open = returns ? firstOpen(procedure, submit, content) : after
  return urls.fileStep(procedure.id, open?.id ?? 'check')
}

export async function askedIn(c: Ctx, { procedure, submit, draft }: Asking, step: Step, typed = draft.content.typed) {
  const { categories } = await listChoices(c.get('store'))
  const organs = await listOrgans(c.get('store').reader)
  const fields = fieldsOf(formOf(procedure, submit, step, typed)).map(asked =>
    asked.field.among === 'streets' ? { ...asked, choices: streetsIn(organs) } : asked,
  )
  return { fields, organs, categories }
}

/** What was posted for this question and nothing else. */
export const typedFor = (step: Step, posted: Posted): Record<string, string[]> =>
  Object.fromEntries(step.names.map(name => [name, posted.typed[name] ?? []]))
