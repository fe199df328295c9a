import type { Actor } from '../accounts/actor.ts'
import { findOrgans } from '../accounts/organs.ts'
import type { Db } from '../db/dialect.ts'
import type { Text } from '../law/words.ts'
import type { Field } from '../procedures/fields.ts'
import { oneOrMore } from '../procedures/procedure.ts'
import type { Act } from '../procedures/procedure.ts'
import type { Option } from '../../views/parts/control.tsx'
import { keptSigner, mayLearnWho } from './kept.ts'
import { rowsOf } from './listed.ts'
import { listWhoMaySign } from './may_sign.ts'
import { listNames } from './names.ts'
import { partsIn } from './parts.ts'
import { isPersonal } from './view.ts'
import type { CaseView } from './view.ts'

/** What only suggestions and proposals let one choose: people, parts of the matter, rows of a session's list. */

/** Whoever may sign with the actor and has not been asked yet. */
export async function peopleToAsk(db: Db, view: CaseView, { by }: Act, actor: Actor): Promise<Option[]> {
  const known = await listWhoMaySign(db, view.procedure, oneOrMore(by))
  const asked = view.assignments.filter(({ is_open }) => is_open === 1).map(({ person }) => person)
  return known
    .filter(({ id }) => id !== actor.id && !asked.includes(id))
    .map(({ id, name, zh, en }) => ({ value: id, label: sayPerson(name, { zh, en }) }))
}

/** The parts a field may name: an organ's by the organ, a signer's by name, unless that is kept from the reader. */
export async function partsToName(db: Db, view: CaseView, actor: Actor): Promise<(field: Field) => Option[]> {
  const organs = await findOrgans(
    db,
    view.assignments.map(({ organ }) => organ),
  )
  const people = await listNames(
    db,
    view.assignments.flatMap(({ person }) => person ?? []),
  )
  const isKept = !mayLearnWho(actor, view.row.office, view.data)
  return ({ of }) =>
    (of ? partsIn(view, of) : []).map((part, i) => {
      const organ = organs.get(part.organ) ?? { zh: part.organ, en: part.organ }
      if (!isPersonal(part)) return { value: part.id, label: { zh: organ.zh, en: organ.en } }
      const kept = keptSigner(view.procedure)
      return {
        value: part.id,
        label: isKept
          ? { zh: `${kept.zh} ${i + 1}`, en: `${kept.en} ${i + 1}` }
          : sayPerson(people.get(part.person ?? '') ?? '', organ),
      }
    })
}

/** Each row by its code and words, with what it means. */
export const rowsToChoose = ({ procedure, rules }: CaseView, { list = '' }: Field): Option[] =>
  rowsOf(procedure, rules, list).map(({ code, zh, en, means }) => ({
    value: code,
    label: { zh: `${code} ${zh}`, en: `${code} ${en}` },
    hint: procedure.parameters[list]?.means?.[means ?? ''],
  }))

const sayPerson = (name: string, { zh, en }: Text): Text => ({ zh: `${name}（${zh}）`, en: `${name} (${en})` })
