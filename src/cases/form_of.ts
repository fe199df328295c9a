import type { z } from 'zod'
import type { Db } from '../db/dialect.ts'
import type { Act } from '../procedures/procedure.ts'
import { fieldOf } from '../procedures/read_form.ts'
import { parametersOn } from './parameters.ts'
import type { CaseView } from './view.ts'

/** The act with the form that was in force when the matter was received. */
export async function actUnderRule(db: Db, spec: Act, view: CaseView | null): Promise<Act> {
  const form = view && spec.forms ? await formInForce(db, spec.forms, view) : undefined
  return form ? { ...spec, form } : spec
}

/** What a form reads of the case itself, and nobody fills in: the way it came in, how many filed it. */
export function givenTo(spec: Act, channel: string, view: CaseView | null): Record<string, string> {
  const known = { channel, filedBy: String(view?.data.set['heads'] ?? '') }
  const isGiven = ([name]: [string, string]) => {
    const schema = spec.form?.shape[name]
    return schema !== undefined && fieldOf(schema)?.kind === 'given'
  }
  return Object.fromEntries(Object.entries(known).filter(isGiven))
}

async function formInForce(db: Db, { by, of }: NonNullable<Act['forms']>, { procedure, row }: CaseView) {
  const value = (await parametersOn(db, procedure, row.received_on, row.session))[by] ?? ''
  const forms: Readonly<Record<string, z.ZodObject>> = of
  return Object.hasOwn(forms, value) ? forms[value] : undefined
}
