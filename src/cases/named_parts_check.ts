import type { Act } from '../procedures/procedure.ts'
import type { CaseFacts } from '../procedures/facts.ts'
import type { Errors, Parted } from '../procedures/read_form.ts'

/** Every part that is named to be moved must be such a one. */
export function checkNamedParts({ parts }: Act, { log }: Pick<Parted, 'log'>, facts: CaseFacts): Errors {
  const errors: Errors = {}
  for (const { named, each } of parts ?? []) {
    if (named === undefined || each === undefined) continue
    const ids = [log[named] ?? []].flat().map(String)
    const meant = facts.assignments.filter(({ id }) => ids.includes(id))
    if (!meant.every(part => each.holds({ ...facts, part }, nobody))) errors[named] = [each.because]
  }
  return errors
}

const nobody = { id: '', organ: null, roles: [] }
