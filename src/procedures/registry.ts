import { cppccProposal } from './cppcc-proposal/procedure.ts'
import { deputySuggestion } from './deputy-suggestion/procedure.ts'
import { petition } from './petition/procedure.ts'
import type { Procedure } from './procedure.ts'

/** Every edition of every procedure. A new procedure is one folder, its test, and one line here. */
export const editions: readonly Procedure[] = [petition, deputySuggestion, cppccProposal]

/** The edition in force on a day; RangeError where the procedure is unknown. */
export function procedureOn(id: string, day: string): Procedure {
  const known = editions.filter(edition => edition.id === id)
  const found =
    known.findLast(({ inForce }) => inForce.from <= day && (inForce.to === undefined || day <= inForce.to)) ?? known[0]
  if (!found) throw new RangeError(`No procedure is called ${id}`)
  return found
}

/** The edition a case was opened under. */
export function edition(id: string, version: string): Procedure {
  const found = editions.find(edition => edition.id === id && edition.version === version)
  if (!found) throw new RangeError(`No procedure ${id} of ${version}`)
  return found
}

export const procedureIds = (): string[] => [...new Set(editions.map(edition => edition.id))]
